import { describe, expect, test } from "vitest";
import { type Decision, decide, type StepInForce, waitingFor } from "./decide";

const approved = (userId: string) => ({
  ...{ userId, forUserId: null },
  ...{ verdict: "approved" as const, isOverride: false },
});
const decision = (change: Partial<Decision> = {}): Decision => ({
  state: "in_approval",
  steps: [
    { step: 1, stage: 1, need: "any", approverIds: ["ann", "amy"], standIns: {} },
    { step: 2, stage: 2, need: "all", approverIds: ["bob", "ben"], standIns: {} },
  ],
  signatures: [],
  authorIds: ["carl"],
  actor: { userId: "ann", isAdmin: false },
  settings: { mayApproveOwnBills: true, adminsMayOverrideWorkflow: true },
  verdict: "approve",
  override: false,
  ...change,
});
const as = (userId: string, isAdmin = false) => ({ actor: { userId, isAdmin } });
const first = { signatures: [approved("ann")] };

describe("a verdict that is given", () => {
  test.each<[string, Partial<Decision>, ReturnType<typeof decide>]>([
    [
      "one of several is enough, and the next step opens",
      {},
      { ok: true, step: 1, forUserId: null, isOverride: false, outcome: "pending" },
    ],
    [
      "all of several means each",
      { ...first, ...as("bob") },
      { ok: true, step: 2, forUserId: null, isOverride: false, outcome: "pending" },
    ],
    [
      "the last one approves the bill",
      { signatures: [approved("ann"), approved("bob")], ...as("ben") },
      { ok: true, step: 2, forUserId: null, isOverride: false, outcome: "approved" },
    ],
    [
      "one rejection is enough",
      { ...first, ...as("ben"), verdict: "reject" },
      { ok: true, step: 2, forUserId: null, isOverride: false, outcome: "rejected" },
    ],
    [
      "an Admin overrides by saying so",
      { ...as("dana", true), override: true },
      { ok: true, step: 1, forUserId: null, isOverride: true, outcome: "approved" },
    ],
    [
      "an Admin whose turn it is does not override",
      { ...as("ann", true), override: true },
      { ok: true, step: 1, forUserId: null, isOverride: false, outcome: "pending" },
    ],
    [
      "what one entered oneself may be rejected",
      {
        ...as("ann"),
        authorIds: ["carl", "ann"],
        verdict: "reject",
        settings: { mayApproveOwnBills: false, adminsMayOverrideWorkflow: true },
      },
      { ok: true, step: 1, forUserId: null, isOverride: false, outcome: "rejected" },
    ],
  ])("%s", (_sentence, change, expected) => {
    expect(decide(decision(change))).toEqual(expected);
  });
});

describe("a verdict that is refused", () => {
  test.each<[string, Partial<Decision>, string]>([
    ["of somebody whose step comes later", as("bob"), "not-your-turn"],
    ["of somebody whose step is over", { ...first, ...as("amy") }, "not-needed"],
    ["of somebody who is not asked", as("zoe"), "not-asked"],
    ["of an Admin who is not asked and does not override", as("dana", true), "not-asked"],
    ["of somebody who overrides and is no Admin", { ...as("zoe"), override: true }, "not-asked"],
    ["a second time", first, "already-signed"],
    [
      "of an Admin a second time, overriding",
      { ...first, ...as("ann", true), override: true },
      "already-signed",
    ],
    ["on a draft", { state: "draft" }, "wrong-state"],
    ["on an approved bill", { state: "approved" }, "wrong-state"],
    [
      "by override where that is off",
      {
        ...as("dana", true),
        override: true,
        settings: { mayApproveOwnBills: true, adminsMayOverrideWorkflow: false },
      },
      "override-off",
    ],
    [
      "on what one entered oneself, where that is off",
      {
        authorIds: ["carl", "ann"],
        settings: { mayApproveOwnBills: false, adminsMayOverrideWorkflow: true },
      },
      "own-bill",
    ],
  ])("%s", (_sentence, change, code) => {
    expect(decide(decision(change))).toEqual({ ok: false, code });
  });
});

test.each([
  ["nobody has signed", [], ["ann", "amy"]],
  ["the first step is met", [approved("amy")], ["bob", "ben"]],
  ["half of the second is", [approved("amy"), approved("bob")], ["ben"]],
  ["all is", [approved("amy"), approved("bob"), approved("ben")], []],
])("when %s it waits for these", (_when, signatures, expected) => {
  expect(waitingFor(decision().steps, signatures).map(({ userId }) => userId)).toEqual(expected);
});

describe("steps of one stage", () => {
  const parallel = {
    steps: [
      { step: 1, stage: 1, need: "any" as const, approverIds: ["ann", "amy"], standIns: {} },
      { step: 2, stage: 1, need: "all" as const, approverIds: ["bob"], standIns: {} },
      { step: 3, stage: 2, need: "all" as const, approverIds: ["cid"], standIns: {} },
    ],
  };

  test("are asked at the same time, in either order", () => {
    expect(waitingFor(parallel.steps, []).map(({ userId }) => userId)).toEqual(["ann", "amy", "bob"]);
    expect(decide(decision({ ...parallel, ...as("bob") }))).toMatchObject({ ok: true, step: 2 });
    expect(decide(decision({ ...parallel, ...as("amy"), signatures: [approved("bob")] }))).toMatchObject({
      ...{ ok: true, step: 1, outcome: "pending" },
    });
  });

  test("keep the next stage closed until all of them are met", () => {
    expect(decide(decision({ ...parallel, ...as("cid"), signatures: [approved("ann")] }))).toEqual({
      ...{ ok: false, code: "not-your-turn" },
    });
    const signatures = [approved("ann"), approved("bob")];
    expect(decide(decision({ ...parallel, ...as("cid"), signatures }))).toMatchObject({
      outcome: "approved",
    });
  });
});

describe("while an approver is away", () => {
  const away: { steps: StepInForce[] } = {
    steps: [
      { step: 1, stage: 1, need: "all" as const, approverIds: ["ann", "bob"], standIns: { ann: "sam" } },
      { step: 2, stage: 2, need: "all" as const, approverIds: ["cid"], standIns: {} },
    ],
  };
  const forAnn = { ...approved("sam"), forUserId: "ann" };

  test("the stand-in is asked, signs for them, and the step is met", () => {
    expect(waitingFor(away.steps, [])).toEqual([
      { userId: "sam", forUserId: "ann", step: 1 },
      { userId: "bob", forUserId: null, step: 1 },
    ]);
    expect(decide(decision({ ...away, ...as("sam") }))).toMatchObject({ ok: true, forUserId: "ann" });
    expect(waitingFor(away.steps, [forAnn, approved("bob")])).toEqual([
      { userId: "cid", forUserId: null, step: 2 },
    ]);
  });

  test("the approver may still sign, and the stand-in then has nothing to sign", () => {
    expect(decide(decision({ ...away, ...as("ann") }))).toMatchObject({ ok: true, forUserId: null });
    expect(decide(decision({ ...away, ...as("sam"), signatures: [approved("ann")] }))).toMatchObject({
      code: "not-needed",
    });
  });

  const inTurn = (first: string, second: string): StepInForce[] =>
    [first, second].map((id, index) => ({
      ...{ step: index + 1, stage: index + 1, need: "all" as const, approverIds: [id] },
      standIns: { ann: "sam" },
    }));

  test("a stand-in who is asked later signs when it is the other's turn, once for both", () => {
    const steps = inTurn("ann", "sam");
    expect(waitingFor(steps, [])).toEqual([{ userId: "sam", forUserId: "ann", step: 1 }]);
    expect(decide(decision({ steps, ...as("sam") }))).toEqual({
      ...{ ok: true, step: 1, forUserId: "ann", isOverride: false, outcome: "approved" },
    });
    expect(waitingFor(steps, [forAnn])).toEqual([]);
  });

  test("a stand-in who signed before it was the other's turn has signed: the bill waits for the other", () => {
    const steps = inTurn("sam", "ann");
    expect(decide(decision({ steps, ...as("sam") }))).toMatchObject({ forUserId: null, outcome: "pending" });
    expect(waitingFor(steps, [approved("sam")])).toEqual([{ userId: "ann", forUserId: null, step: 2 }]);
    expect(decide(decision({ steps, ...as("sam"), signatures: [approved("sam")] }))).toMatchObject({
      code: "already-signed",
    });
    expect(decide(decision({ steps, ...as("ann"), signatures: [approved("sam")] }))).toMatchObject({
      outcome: "approved",
    });
  });

  test("whoever is asked at the same time as somebody for whom they stand in signs once for both", () => {
    const step = { step: 1, stage: 1, approverIds: ["sam", "ann"], standIns: { ann: "sam" } };
    const both: StepInForce[] = [{ ...step, need: "all" }];
    expect(waitingFor(both, [])).toEqual([{ userId: "sam", forUserId: "ann", step: 1 }]);
    expect(decide(decision({ steps: both, ...as("sam") }))).toMatchObject({ outcome: "approved" });
    // Of "any one of" their own is enough: it is given for nobody else.
    expect(waitingFor([{ ...step, need: "any" }], [])).toEqual([{ userId: "sam", forUserId: null, step: 1 }]);
  });

  test("a signature counts for one who is away; the bill waits for the other of two", () => {
    const steps: StepInForce[] = [
      {
        ...{ step: 1, stage: 1, need: "all" },
        approverIds: ["ann", "amy"],
        standIns: { ann: "sam", amy: "sam" },
      },
    ];
    expect(waitingFor(steps, [])).toEqual([{ userId: "sam", forUserId: "ann", step: 1 }]);
    expect(waitingFor(steps, [forAnn])).toEqual([{ userId: "amy", forUserId: null, step: 1 }]);
  });

  test("nobody signs twice, and nobody after their stand-in did", () => {
    expect(decide(decision({ ...away, ...as("sam"), signatures: [forAnn] }))).toMatchObject({
      code: "already-signed",
    });
    expect(decide(decision({ ...away, ...as("ann"), signatures: [forAnn] }))).toMatchObject({
      code: "not-needed",
    });
  });
});
