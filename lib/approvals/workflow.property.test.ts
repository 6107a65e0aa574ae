import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAmounts } from "@/lib/core/money";
import { anyFacts, anyRouting } from "@/lib/testing/routing-arbitrary";
import { isSoak, seeded } from "@/lib/testing/seeded";
import { type BillFacts, ruleFits } from "./conditions";
import { decide, type GivenSignature, openSteps, type StepInForce } from "./decide";
import { placesOf } from "./plan-reroute";
import { canBeAsked, type Person, type RoutedStep, type Routing, routeBill } from "./workflow";

const RUNS = { numRuns: isSoak() ? 20_000 : 500 };

const stepsOf = (routed: RoutedStep[]): StepInForce[] =>
  routed.map(({ stage, need, approvers }, index) => ({
    ...{ step: index + 1, stage, need, standIns: {} },
    approverIds: approvers.map(({ userId }) => userId),
  }));

const reaches = ({ isAdmin, approvalLimit }: Person, amount: string) =>
  isAdmin || approvalLimit === null || compareAmounts(amount, approvalLimit) <= 0;

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

const approval = (userId: string): GivenSignature => ({
  ...{ userId, forUserId: null },
  ...{ verdict: "approved", isOverride: false },
});

/** Has people sign in some order until the bill is approved; `pick` chooses whose turn it is. */
function signAll(bill: BillFacts, routing: Routing, pick: (of: string[]) => string): string[] {
  const steps = stepsOf(routeBill(bill, routing));
  const signatures: GivenSignature[] = [];
  while (openSteps(steps, signatures).length > 0) {
    const may = routing.people
      .map((person) => ({ userId: person.userId, isAdmin: person.isAdmin }))
      .filter(({ userId }) => able(bill, routing).some((person) => person.userId === userId))
      .filter(
        (actor) =>
          decide({
            ...{ state: "in_approval", steps, signatures, enteredBy: bill.enteredBy, actor },
            settings: { mayApproveOwnBills: routing.mayApproveOwnBills, adminsMayOverrideWorkflow: false },
            ...{ verdict: "approve", override: false },
          }).ok,
      );
    expect(may, "somebody may sign what is open").not.toEqual([]);
    signatures.push(approval(pick(may.map(({ userId }) => userId))));
  }
  return signatures.map(({ userId }) => userId);
}

/** Signed in an order that a seed draws. */
const signers = (bill: BillFacts, routing: Routing, seed: number) => {
  const random = seeded(seed);
  return signAll(bill, routing, (of) => random.pick(of));
};

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
    fc.property(...cases, fc.nat(), (bill, routing, seed) => {
      const signed = signers(bill, routing, seed);
      expect(new Set(signed).size).toBe(signed.length);
    }),
    RUNS,
  );
});

test("whoever signs, every step of every rule that holds is met by those of it who may approve", () => {
  fc.assert(
    fc.property(...cases, fc.nat(), (bill, routing, seed) => {
      const signed = new Set(signers(bill, routing, seed));
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

test("whoever signs, somebody whose limit reaches the amount is among them, where there is anybody", () => {
  fc.assert(
    fc.property(...cases, fc.nat(), (bill, routing, seed) => {
      const enough = able(bill, routing).filter((person) => reaches(person, bill.amount));
      if (enough.length === 0) return;
      const signed = signers(bill, routing, seed);
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
