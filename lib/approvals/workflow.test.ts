import { describe, expect, test } from "vitest";
import { type BillFacts, type Person, routeBill, ruleFits, type WorkflowRule } from "./workflow";

const bill = (change: Partial<BillFacts> = {}): BillFacts => ({
  ...{ amount: "1000.00", vendorId: "lumber", enteredBy: "carl" },
  ...{ accountIds: ["materials"], itemIds: [], classIds: ["shop"], customerIds: [] },
  ...change,
});
const person = (userId: string, change: Partial<Person> = {}): Person => ({
  ...{ userId, name: userId, canApprove: true, isAdmin: false, approvalLimit: null, supervisorId: null },
  ...change,
});
const rule = (name: string, approverIds: string[], change: Partial<WorkflowRule> = {}): WorkflowRule => ({
  ...{ name, when: {}, effect: "add", steps: [{ approverIds, need: "all" }] },
  ...change,
});
const people = [
  person("ann", { approvalLimit: "5000.00", supervisorId: "bob" }),
  person("bob", { approvalLimit: "20000.00", supervisorId: "olga" }),
  person("olga"),
  person("vera", { canApprove: false }),
  person("dana", { isAdmin: true }),
  person("carl"),
];
const route = (facts: BillFacts, rules: WorkflowRule[], everyone = people, mayApproveOwnBills = true) =>
  routeBill(facts, rules, everyone, { mayApproveOwnBills }).map(({ need, approvers }) => [
    need,
    approvers.map(({ userId }) => userId),
  ]);

describe("a rule fits", () => {
  test.each<[string, WorkflowRule["when"], boolean]>([
    ["every bill when it names no condition", {}, true],
    ["from its amount on", { totalAtLeast: "1000.00" }, true],
    ["not below it", { totalAtLeast: "1000.01" }, false],
    ["below its limit, not at it", { totalBelow: "1000.00" }, false],
    ["one of its vendors", { vendorIds: ["paint", "lumber"] }, true],
    ["no other vendor", { vendorIds: ["paint"] }, false],
    ["one line's account", { accountIds: ["materials"] }, true],
    ["only when every condition holds", { accountIds: ["materials"], classIds: ["office"] }, false],
    ["who entered it", { enteredBy: ["carl"] }, true],
    ["as if a list were not given when it is empty", { customerIds: [] }, true],
  ])("%s", (_sentence, when, expected) => {
    expect(ruleFits({ ...rule("r", []), when }, bill())).toBe(expected);
  });
});

describe("who is asked", () => {
  test.each<[string, BillFacts, WorkflowRule[], unknown]>([
    [
      "the rules' people in the rules' order",
      bill(),
      [rule("a", ["ann"]), rule("b", ["bob"])],
      [
        ["all", ["ann"]],
        ["all", ["bob"]],
      ],
    ],
    [
      "a rule that replaces forgets those above it",
      bill(),
      [rule("a", ["ann"]), rule("b", ["bob"], { effect: "replace" })],
      [["all", ["bob"]]],
    ],
    [
      "one that does not fit replaces nothing",
      bill(),
      [rule("a", ["ann"]), rule("b", ["bob"], { effect: "replace", when: { totalAtLeast: "2000" } })],
      [["all", ["ann"]]],
    ],
    [
      "nobody twice",
      bill(),
      [rule("a", ["ann"]), rule("b", ["ann", "bob"])],
      [
        ["all", ["ann"]],
        ["all", ["bob"]],
      ],
    ],
    [
      "the supervisor above a limit",
      bill({ amount: "5000.01" }),
      [rule("a", ["ann"])],
      [
        ["all", ["ann"]],
        ["all", ["bob"]],
      ],
    ],
    [
      "nobody above a limit that is reached exactly",
      bill({ amount: "5000.00" }),
      [rule("a", ["ann"])],
      [["all", ["ann"]]],
    ],
    [
      "supervisors up to one whose limit reaches",
      bill({ amount: "20000.01" }),
      [rule("a", ["ann"])],
      [
        ["all", ["ann"]],
        ["all", ["bob"]],
        ["all", ["olga"]],
      ],
    ],
    ["nobody who has no right to approve", bill(), [rule("a", ["vera", "bob"])], [["all", ["bob"]]]],
    ["any Admin when no rule names anybody", bill(), [], [["any", ["dana"]]]],
    ["any Admin when those named cannot act", bill(), [rule("a", ["vera", "gone"])], [["any", ["dana"]]]],
    [
      "nobody more when one of 'any' has to sign anyway",
      bill(),
      [rule("a", ["ann"]), rule("b", [], { steps: [{ approverIds: ["ann", "bob"], need: "any" }] })],
      [["all", ["ann"]]],
    ],
  ])("%s", (_sentence, facts, rules, expected) => {
    expect(route(facts, rules)).toEqual(expected);
  });

  test("not whoever entered it, where people may not approve their own bills", () => {
    expect(route(bill(), [rule("a", ["carl", "bob"])], people, false)).toEqual([["all", ["bob"]]]);
  });

  test("supervisors in a circle are each asked once", () => {
    const circle = [
      person("a", { approvalLimit: "1.00", supervisorId: "b" }),
      person("b", { approvalLimit: "1.00", supervisorId: "a" }),
    ];
    expect(route(bill(), [rule("r", ["a"])], circle)).toEqual([
      ["all", ["a"]],
      ["all", ["b"]],
    ]);
  });

  test("an empty answer means that there is nobody", () => {
    expect(route(bill(), [], [person("vera", { canApprove: false })])).toEqual([]);
  });

  test("says why each is asked", () => {
    const steps = routeBill(bill({ amount: "6000.00" }), [rule("Every bill", ["ann"])], people, {
      mayApproveOwnBills: true,
    });
    expect(steps.flatMap(({ approvers }) => approvers.map(({ reason }) => reason))).toEqual([
      "Every bill",
      "Above ann's approval limit",
    ]);
  });
});
