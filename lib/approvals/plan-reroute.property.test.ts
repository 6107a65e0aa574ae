import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFacts, anyRouting } from "@/lib/testing/routing-arbitrary";
import { isSoak } from "@/lib/testing/seeded";
import { decide, type GivenSignature, openSteps, type StepInForce, waitingFor } from "./decide";
import { isMetBy, isSameRoute, nextRoute, type Place, placesOf } from "./plan-reroute";
import { routeBill } from "./workflow";

const RUNS = { numRuns: isSoak() ? 20_000 : 500 };
const PEOPLE = ["ann", "bob", "cid", "dot", "eve", "fay"];
const one = fc.constantFrom(...PEOPLE);

const routes = fc.tuple(anyFacts, anyRouting, anyRouting, anyRouting).map(([bill, before, after, later]) => ({
  current: placesOf(routeBill(bill, before)),
  routed: routeBill(bill, after),
  routedLater: routeBill(bill, later),
}));

/** A route to which somebody was added by hand, after the last step, in some stage. */
const withAdded = fc.tuple(routes, one, fc.integer({ min: 1, max: 4 })).map(([route, userId, stage]) => {
  const step = Math.max(0, ...route.current.map((place) => place.step)) + 1;
  const added: Place = { step, stage, need: "all", userId, reason: "Asked", addedBy: "admin" };
  return { ...route, current: [...route.current, added], added: userId };
});

const approvals = (ids: string[]): GivenSignature[] =>
  ids.map((userId) => ({ userId, forUserId: null, verdict: "approved", isOverride: false }));

/** Where somebody is asked, whatever the reason. */
const where = ({ step, stage, need, userId }: Place) => ({ step, stage, need, userId });

test("the next route asks whom the workflow asks, and whoever was added by hand", () => {
  fc.assert(
    fc.property(withAdded, ({ current, routed, added }) => {
      const next = nextRoute(routed, current);
      const asked = placesOf(routed);
      expect(next.slice(0, asked.length).map(where)).toEqual(asked.map(where));
      expect(next.filter(({ addedBy }) => addedBy !== null)).toMatchObject([
        { userId: added, addedBy: "admin", reason: "Asked" },
      ]);
      expect(new Set(next.map(({ step, userId }) => `${step} ${userId}`)).size).toBe(next.length);
      const last = Math.max(1, ...asked.map(({ stage }) => stage));
      for (const { stage } of next) expect(stage).toBeLessThanOrEqual(last);
    }),
    RUNS,
  );
});

test("no route is met without whoever was added by hand, however often the bill is routed anew", () => {
  fc.assert(
    fc.property(withAdded, ({ current, routed, routedLater, added }) => {
      const others = approvals(PEOPLE.filter((userId) => userId !== added));
      const once = nextRoute(routed, current);
      for (const next of [
        once,
        nextRoute(routedLater, once),
        nextRoute(routed, nextRoute(routedLater, once)),
      ])
        expect(isMetBy(next, others)).toBe(false);
    }),
    RUNS,
  );
});

test("routed twice in the same way, a bill keeps its route", () => {
  fc.assert(
    fc.property(withAdded, ({ current, routed }) => {
      const once = nextRoute(routed, current);
      expect(isSameRoute(nextRoute(routed, once), once)).toBe(true);
      expect(isSameRoute(once, once.toReversed())).toBe(true);
    }),
    RUNS,
  );
});

test("a route is met by exactly the signatures that leave nothing open; another one only adds", () => {
  fc.assert(
    fc.property(withAdded, fc.uniqueArray(one), one, ({ current }, ids, more) => {
      const isMet = isMetBy(current, approvals(ids));
      const everybody = approvals(PEOPLE);
      expect(isMetBy(current, everybody)).toBe(true);
      if (isMet) expect(isMetBy(current, approvals([...ids, more]))).toBe(true);
      const must = current.filter(({ need }) => need === "all").map(({ userId }) => userId);
      if (isMet) for (const userId of must) expect(ids).toContain(userId);
    }),
    RUNS,
  );
});

/** Steps of any shape, some of whose approvers are away with a stand-in, who may be asked as well. */
const anySteps: fc.Arbitrary<StepInForce[]> = fc
  .array(
    fc.record({
      stage: fc.integer({ min: 1, max: 3 }),
      need: fc.constantFrom("any" as const, "all" as const),
      approverIds: fc.uniqueArray(one, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((steps) =>
    fc.dictionary(one, one, { maxKeys: 4 }).map((away) =>
      steps.map((step, index) => ({
        ...step,
        step: index + 1,
        standIns: Object.fromEntries(
          step.approverIds.flatMap((id) => (away[id] && away[id] !== id ? [[id, away[id]]] : [])),
        ),
      })),
    ),
  );

test("with people away, the bill waits for those who may sign, each of whom brings it further, to the end", () => {
  fc.assert(
    fc.property(anySteps, fc.array(fc.nat()), (steps, choices) => {
      const signatures: GivenSignature[] = [];
      const decision = (userId: string) =>
        decide({
          ...{ state: "in_approval", steps, signatures, authorIds: [] },
          settings: { mayApproveOwnBills: true, adminsMayOverrideWorkflow: false },
          ...{ actor: { userId, isAdmin: false }, verdict: "approve", override: false },
        });
      for (let turn = 0; ; turn += 1) {
        const awaited = waitingFor(steps, signatures);
        for (const { userId, ...place } of awaited) expect(decision(userId), userId).toMatchObject(place);
        expect(new Set(awaited.map(({ userId }) => userId)).size).toBe(awaited.length);
        const may = PEOPLE.filter((userId) => decision(userId).ok);
        if (openSteps(steps, signatures).length === 0) {
          expect([awaited, may]).toEqual([[], []]);
          break;
        }
        expect(awaited).not.toEqual([]);
        const userId = may[(choices[turn] ?? 0) % may.length] ?? "";
        const given = decision(userId);
        if (!given.ok) throw new Error("may, and may not");
        signatures.push({ userId, forUserId: given.forUserId, verdict: "approved", isOverride: false });
        const isOver = openSteps(steps, signatures).length === 0;
        expect(given.outcome).toBe(isOver ? "approved" : "pending");
      }
      // Nobody signs twice, and whoever must sign did, or their stand-in did for them.
      const signers = signatures.map(({ userId }) => userId);
      expect(new Set(signers).size).toBe(signers.length);
      for (const { approverIds, need } of steps) {
        const isGiven = (id: string) =>
          signatures.some(
            ({ userId, forUserId }) =>
              userId === id || (forUserId === id && steps.some((each) => each.standIns[id] === userId)),
          );
        expect(need === "all" ? approverIds.every(isGiven) : approverIds.some(isGiven)).toBe(true);
      }
    }),
    RUNS,
  );
});
