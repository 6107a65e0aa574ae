import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAbsences, anyFacts, anyRouting } from "@/lib/testing/routing-arbitrary";
import { isSoak, seeded } from "@/lib/testing/seeded";
import { type BillFacts, ruleFits } from "./conditions";
import { decide, type GivenSignature, openSteps } from "./decide";
import { placesOf, plannedRoute } from "./plan-reroute";
import { hasAuthorityFor } from "./stand-in-rules";
import { stepsInForce } from "./steps-in-force";
import { canBeAsked, type RoutedStep, type Routing, reaches, routeBill } from "./workflow";

const RUNS = { numRuns: isSoak() ? 20_000 : 500 };

const able = (bill: BillFacts, routing: Routing) =>
  routing.people.filter((person) => canBeAsked(person, bill, routing));

/** The people whom the rules that hold name, as sets of which any one, or all, must approve. */
function demands(bill: BillFacts, { rules, groups }: Routing) {
  const fitting = rules.filter(({ when }) => ruleFits(when, bill));
  const from = Math.max(
    0,
    fitting.findLastIndex(({ effect }) => effect === "replace"),
  );
  return fitting.slice(from).flatMap(({ steps }) =>
    steps.map(({ approverIds, groupIds, need }) => ({
      need,
      ids: new Set([...approverIds, ...groupIds.flatMap((id) => groups.get(id) ?? [])]),
    })),
  );
}

type Absences = ReadonlyMap<string, string>;

/** Who may sign this bill for somebody today, as lib/orgs/stand-ins.ts finds them. */
function standInOf(userId: string, bill: BillFacts, routing: Routing, absences: Absences): string | null {
  const absent = routing.people.find((person) => person.userId === userId);
  const standIn = able(bill, routing).find((person) => person.userId === absences.get(userId));
  return absent && standIn && hasAuthorityFor(standIn, absent, bill.amount) ? standIn.userId : null;
}

/** Has people sign in some order until the bill is approved; `pick` chooses whose turn it is. */
function signAll(
  bill: BillFacts,
  routing: Routing,
  absences: Absences,
  pick: (of: string[]) => string,
): GivenSignature[] {
  const steps = stepsInForce(
    plannedRoute(bill, routing).map((place) => ({
      ...place,
      standInId: standInOf(place.userId, bill, routing, absences),
    })),
  );
  const signatures: GivenSignature[] = [];
  while (openSteps(steps, signatures).length > 0) {
    const decisions = able(bill, routing).map(({ userId, isAdmin }) => ({
      userId,
      outcome: decide({
        ...{ state: "in_approval", steps, signatures, authorIds: bill.authorIds },
        settings: { mayApproveOwnBills: routing.mayApproveOwnBills, adminsMayOverrideWorkflow: false },
        ...{ actor: { userId, isAdmin }, verdict: "approve", override: false },
      }),
    }));
    const may = decisions.flatMap(({ userId, outcome }) => (outcome.ok ? [{ userId, outcome }] : []));
    expect(may, "somebody may sign what is open").not.toEqual([]);
    const userId = pick(may.map((each) => each.userId));
    const forUserId = may.find((each) => each.userId === userId)?.outcome.forUserId ?? null;
    signatures.push({ userId, forUserId, verdict: "approved", isOverride: false });
  }
  return signatures;
}

/** Signed in an order that a seed draws. */
const signedBy = (bill: BillFacts, routing: Routing, absences: Absences, seed: number) => {
  const random = seeded(seed);
  return signAll(bill, routing, absences, (of) => random.pick(of));
};

const signers = (...drawn: Parameters<typeof signedBy>) => signedBy(...drawn).map(({ userId }) => userId);

const cases = [anyFacts, anyRouting] as const;

test("there is an approver exactly where somebody who may approve has the limit", () => {
  fc.assert(
    fc.property(...cases, (bill, routing) => {
      const enough = able(bill, routing).some((person) => reaches(person, bill.amount));
      expect(routeBill(bill, routing).length > 0).toBe(enough);
    }),
    RUNS,
  );
});

test("only people who may be asked are, and nobody twice in one step", () => {
  fc.assert(
    fc.property(...cases, (bill, routing) => {
      const may = new Set(able(bill, routing).map(({ userId }) => userId));
      const places = placesOf(routeBill(bill, routing));
      for (const { userId } of places) expect(may.has(userId)).toBe(true);
      expect(new Set(places.map(({ step, userId }) => `${step} ${userId}`)).size).toBe(places.length);
      const stages = places.map(({ stage }) => stage);
      expect(new Set(stages)).toEqual(
        new Set(Array.from({ length: Math.max(0, ...stages) }, (_, i) => i + 1)),
      );
    }),
    RUNS,
  );
});

test("in whatever order people sign, there is always somebody who may, until the bill is approved", () => {
  fc.assert(
    fc.property(...cases, anyAbsences, fc.nat(), (bill, routing, absences, seed) => {
      const signed = signers(bill, routing, absences, seed);
      expect(new Set(signed).size).toBe(signed.length);
    }),
    RUNS,
  );
});

test("whoever signs, every step of every rule that holds is met by those of it who may approve, or for them", () => {
  fc.assert(
    fc.property(...cases, anyAbsences, fc.nat(), (bill, routing, absences, seed) => {
      const given = signedBy(bill, routing, absences, seed);
      const signed = new Set(given.flatMap(({ userId, forUserId }) => [userId, forUserId]));
      // Nobody has the authority: the bill cannot be submitted.
      if (signed.size === 0) return;
      const may = able(bill, routing);
      for (const { need, ids } of demands(bill, routing)) {
        const asked = may.filter(({ userId }) => ids.has(userId)).map(({ userId }) => userId);
        if (asked.length === 0) continue;
        const isMet =
          need === "all" ? asked.every((id) => signed.has(id)) : asked.some((id) => signed.has(id));
        expect(isMet, `${need} of ${asked} by ${[...signed]}`).toBe(true);
      }
    }),
    RUNS,
  );
});

test("whoever signs, for themselves or for somebody away, one of them has a limit that reaches the amount", () => {
  fc.assert(
    fc.property(...cases, anyAbsences, fc.nat(), (bill, routing, absences, seed) => {
      const enough = able(bill, routing).filter((person) => reaches(person, bill.amount));
      if (enough.length === 0) return;
      const signed = signers(bill, routing, absences, seed);
      expect(enough.some(({ userId }) => signed.includes(userId))).toBe(true);
    }),
    RUNS,
  );
});

test("the people's order makes no difference to who must sign", () => {
  fc.assert(
    fc.property(...cases, (bill, routing) => {
      const turned = { ...routing, people: routing.people.toReversed() };
      const sets = (steps: RoutedStep[]) =>
        steps.map(({ stage, need, approvers }) => [
          stage,
          need,
          approvers.map(({ userId }) => userId).sort(),
        ]);
      expect(sets(routeBill(bill, turned))).toEqual(sets(routeBill(bill, routing)));
    }),
    RUNS,
  );
});
