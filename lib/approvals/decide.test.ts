import { describe, expect, test } from "vitest";
import { type Decision, decide, waitingFor } from "./decide";

const approved = (userId: string) => ({ userId, verdict: "approved" as const, isOverride: false });
const decision = (change: Partial<Decision> = {}): Decision => ({
  state: "in_approval",
  steps: [
    { step: 1, need: "any", approverIds: ["ann", "amy"] },
    { step: 2, need: "all", approverIds: ["bob", "ben"] },
  ],
  signatures: [],
  enteredBy: "carl",
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
      { ok: true, step: 1, isOverride: false, outcome: "pending" },
    ],
    [
      "all of several means each",
      { ...first, ...as("bob") },
      { ok: true, step: 2, isOverride: false, outcome: "pending" },
    ],
    [
      "the last one approves the bill",
      { signatures: [approved("ann"), approved("bob")], ...as("ben") },
      { ok: true, step: 2, isOverride: false, outcome: "approved" },
    ],
    [
      "one rejection is enough",
      { ...first, ...as("ben"), verdict: "reject" },
      { ok: true, step: 2, isOverride: false, outcome: "rejected" },
    ],
    [
      "an Admin overrides by saying so",
      { ...as("dana", true), override: true },
      { ok: true, step: 1, isOverride: true, outcome: "approved" },
    ],
    [
      "an Admin whose turn it is does not override",
      { ...as("ann", true), override: true },
      { ok: true, step: 1, isOverride: false, outcome: "pending" },
    ],
    [
      "what one entered oneself may be rejected",
      {
        ...as("ann"),
        enteredBy: "ann",
        verdict: "reject",
        settings: { mayApproveOwnBills: false, adminsMayOverrideWorkflow: true },
      },
      { ok: true, step: 1, isOverride: false, outcome: "rejected" },
    ],
  ])("%s", (_sentence, change, expected) => {
    expect(decide(decision(change))).toEqual(expected);
  });
});

describe("a verdict that is refused", () => {
  test.each<[string, Partial<Decision>, string]>([
    ["of somebody whose step comes later", as("bob"), "not-your-turn"],
    ["of somebody whose step is over", { ...first, ...as("amy") }, "not-your-turn"],
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
      { enteredBy: "ann", settings: { mayApproveOwnBills: false, adminsMayOverrideWorkflow: true } },
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
  expect(waitingFor(decision().steps, signatures)).toEqual(expected);
});
