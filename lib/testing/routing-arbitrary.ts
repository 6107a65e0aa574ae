import fc from "fast-check";
import type { BillFacts } from "@/lib/approvals/conditions";
import type { Person, Routing, WorkflowRule } from "@/lib/approvals/workflow";

const NAMES = ["ann", "bob", "cid", "dot", "eve", "fay"];
const AMOUNTS = ["0.00", "10.00", "99.99", "100.00", "5000.00"];

const one = fc.constantFrom(...NAMES);
const some = (minLength = 0) => fc.uniqueArray(one, { minLength, maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });

/** Somebody with any rights, any limit, and any supervisor: themselves too, and in a circle. */
const person = (userId: string): fc.Arbitrary<Person> =>
  fc.record({
    userId: fc.constant(userId),
    name: fc.constant(userId),
    canApprove: fc.boolean(),
    isAdmin: fc.constant(false),
    approvalLimit: fc.option(fc.constantFrom(...AMOUNTS), { nil: null }),
    supervisorId: fc.option(fc.constantFrom(...NAMES, "gone"), { nil: null }),
  });

const rule: fc.Arbitrary<WorkflowRule> = fc.record({
  name: fc.constantFrom("Every bill", "Large ones", "The office"),
  when: fc.record({
    totalAtLeast: maybe(fc.constantFrom(...AMOUNTS)),
    totalBelow: maybe(fc.constantFrom(...AMOUNTS)),
    enteredBy: maybe(some()),
  }),
  effect: fc.constantFrom("add", "add", "replace"),
  steps: fc.array(
    fc.record({
      approverIds: some().map((ids) => (ids.length === 3 ? [...ids, "gone"] : ids)),
      groupIds: fc.subarray(["office", "site", "empty"]),
      need: fc.constantFrom("any", "all"),
      parallel: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

/** Any workflow of any people: some of them Admins, who may always approve, without a limit. */
export const anyRouting: fc.Arbitrary<Routing> = fc
  .tuple(fc.tuple(...NAMES.map(person)), fc.subarray(NAMES))
  .chain(([people, admins]) =>
    fc.record({
      people: fc.constant(
        people.map((each) =>
          admins.includes(each.userId) ? { ...each, isAdmin: true, canApprove: true } : each,
        ),
      ),
      rules: fc.array(rule, { maxLength: 4 }),
      groups: fc
        .tuple(some(1), some(1))
        .map(([office, site]) => new Map<string, string[]>(Object.entries({ office, site }))),
      mayApproveOwnBills: fc.boolean(),
    }),
  );

/** Who is away, and who stands in for each; a stand-in is there. */
export const anyAbsences: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .dictionary(one, one, { maxKeys: 3 })
  .map((drawn) => new Map(Object.entries(drawn).filter(([, standIn]) => !(standIn in drawn))));

export const anyFacts: fc.Arbitrary<BillFacts> = fc
  .record({
    amount: fc.constantFrom(...AMOUNTS, "100.01", "5000.01"),
    vendorId: fc.constant("lumber"),
    enteredBy: fc.option(one, { nil: null }),
    accountIds: fc.constant<string[]>([]),
    itemIds: fc.constant<string[]>([]),
    classIds: fc.constant<string[]>([]),
    customerIds: fc.constant<string[]>([]),
    changedBy: fc.uniqueArray(one, { maxLength: 2 }),
  })
  .map(({ changedBy, ...facts }) => ({
    ...facts,
    authorIds: [...new Set([...(facts.enteredBy ? [facts.enteredBy] : []), ...changedBy])],
  }));
