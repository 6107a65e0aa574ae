import { describe, expect, test } from "vitest";
import { type BillFacts, ruleFits, type WhenBill } from "./conditions";
import { type Person, type RuleStep, routeBill, type WorkflowRule } from "./workflow";

const bill = (change: Partial<BillFacts> = {}): BillFacts => ({
  ...{ amount: "1000.00", vendorId: "lumber", enteredBy: "carl", authorIds: ["carl"] },
  ...{ accountIds: ["materials"], itemIds: [], classIds: ["shop"], customerIds: [] },
  ...change,
});
const person = (userId: string, change: Partial<Person> = {}): Person => ({
  ...{ userId, name: userId, canApprove: true, isAdmin: false, approvalLimit: null, supervisorId: null },
  ...change,
});
const step = (approverIds: string[], change: Partial<RuleStep> = {}): RuleStep => ({
  ...{ approverIds, groupIds: [], need: "all", parallel: false },
  ...change,
});
const rule = (name: string, approverIds: string[], change: Partial<WorkflowRule> = {}): WorkflowRule => ({
  ...{ name, when: {}, effect: "add", steps: [step(approverIds)] },
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
const groups = new Map([["office", ["bob", "olga"]]]);
const route = (facts: BillFacts, rules: WorkflowRule[], everyone = people, mayApproveOwnBills = true) =>
  routeBill(facts, { rules, people: everyone, groups, mayApproveOwnBills }).map(({ need, approvers }) => [
    need,
    approvers.map(({ userId }) => userId),
  ]);

describe("a rule fits", () => {
  test.each<[string, WhenBill, boolean]>([
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
    expect(ruleFits(when, bill())).toBe(expected);
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
      [rule("a", ["ann"]), rule("b", [], { steps: [step(["ann", "bob"], { need: "any" })] })],
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
    expect(route(bill(), [rule("r", ["a"])], [...circle, person("dana", { isAdmin: true })])).toEqual([
      ["all", ["a"]],
      ["all", ["b"]],
      ["any", ["dana"]],
    ]);
    expect(route(bill(), [rule("r", ["a"])], circle), "nobody has the authority").toEqual([]);
  });

  test("an empty answer means that there is nobody", () => {
    expect(route(bill(), [], [person("vera", { canApprove: false })])).toEqual([]);
  });

  test("says why each is asked", () => {
    const steps = routeBill(bill({ amount: "6000.00" }), {
      rules: [rule("Every bill", ["ann"])],
      people,
      groups,
      mayApproveOwnBills: true,
    });
    expect(steps.flatMap(({ approvers }) => approvers.map(({ reason }) => reason))).toEqual([
      "Every bill",
      "Above ann's approval limit",
    ]);
  });
});

describe("stages", () => {
  const stages = (rules: WorkflowRule[], amount = "1000.00", everyone = people) =>
    routeBill(bill({ amount }), { rules, people: everyone, groups, mayApproveOwnBills: true }).map(
      ({ stage, approvers }) => [stage, approvers.map(({ userId }) => userId)],
    );

  test("steps follow each other unless one is asked at the same time", () => {
    const rules = [
      rule("a", ["ann"], { steps: [step(["ann"]), step(["bob"], { parallel: true }), step(["olga"])] }),
    ];
    expect(stages(rules)).toEqual([
      [1, ["ann"]],
      [1, ["bob"]],
      [2, ["olga"]],
    ]);
  });

  test("a rule may be asked at the same time as the rules above it", () => {
    expect(
      stages([rule("a", ["ann"]), rule("b", [], { steps: [step(["bob"], { parallel: true })] })]),
    ).toEqual([
      [1, ["ann"]],
      [1, ["bob"]],
    ]);
  });

  test("supervisors come between a stage and the next", () => {
    expect(stages([rule("a", ["ann"]), rule("b", ["dana"])], "6000.00")).toEqual([
      [1, ["ann"]],
      [2, ["bob"]],
      [3, ["dana"]],
    ]);
  });
});

describe("groups and limits", () => {
  test("a group is its members, each once", () => {
    expect(route(bill(), [rule("a", [], { steps: [step(["bob"], { groupIds: ["office"] })] })])).toEqual([
      ["all", ["bob", "olga"]],
    ]);
    expect(
      route(bill(), [rule("a", [], { steps: [step([], { groupIds: ["office"], need: "any" })] })]),
    ).toEqual([["any", ["bob", "olga"]]]);
  });

  test("of any one of several, those whose limit does not reach are left out while another's does", () => {
    const either = rule("a", [], { steps: [step(["ann", "olga"], { need: "any" })] });
    expect(route(bill({ amount: "5000.00" }), [either])).toEqual([["any", ["ann", "olga"]]]);
    expect(route(bill({ amount: "5000.01" }), [either])).toEqual([["any", ["olga"]]]);
  });

  test("when no limit of any one of several reaches, one supervisor of them follows", () => {
    const everyone = [
      person("a", { approvalLimit: "10.00", supervisorId: "x" }),
      person("b", { approvalLimit: "10.00", supervisorId: "y" }),
      ...[person("x"), person("y")],
    ];
    const rules = [rule("r", [], { steps: [step(["a", "b"], { need: "any" })] })];
    expect(route(bill(), rules, everyone)).toEqual([
      ["any", ["a", "b"]],
      ["any", ["x", "y"]],
    ]);
  });

  test("where nobody's limit reaches and nobody is above, any Admin is asked last", () => {
    const everyone = [person("a", { approvalLimit: "10.00" }), person("dana", { isAdmin: true })];
    expect(route(bill(), [rule("r", ["a"])], everyone)).toEqual([
      ["all", ["a"]],
      ["any", ["dana"]],
    ]);
  });
});
