import { expect, test } from "vitest";
import type { WhenBill } from "./conditions";
import { conditionsInWords, ruleInWords } from "./rule-words";
import type { RuleStep } from "./workflow";

const nameOf = (id: string) => id;
const step = (approverIds: string[], change: Partial<RuleStep> = {}): RuleStep => ({
  ...{ approverIds, groupIds: [], need: "all", parallel: false },
  ...change,
});

test.each<[WhenBill, string]>([
  [{}, "Every bill"],
  [{ totalAtLeast: "2500.00" }, "Bills of $2,500 and more"],
  [{ totalBelow: "1000000.50" }, "Bills of less than $1,000,000.50"],
  [{ totalAtLeast: "2,500", totalBelow: "$10,000" }, "Bills of $2,500 and more, but less than $10,000"],
  [
    { totalAtLeast: "1", totalBelow: "2", vendorIds: ["Atlas", "Cascade"] },
    "Bills of $1 and more, but less than $2, from Atlas or Cascade",
  ],
  [
    {
      accountIds: ["Tools"],
      itemIds: ["Nails"],
      classIds: ["North"],
      customerIds: ["Bayview"],
      enteredBy: ["Joy"],
    },
    "Bills with a line on the account Tools with the item Nails of the class North for Bayview entered by Joy",
  ],
  [{ totalAtLeast: "", totalBelow: "1,000" }, "Bills of less than $1,000"],
  [{ totalAtLeast: "", vendorIds: [] }, "Bills of … and more from …"],
])("%o is said as %s", (when, words) => {
  expect(conditionsInWords(when, nameOf)).toBe(words);
});

test.each<[RuleStep[], "add" | "replace", boolean, string]>([
  [[step(["Ann"])], "add", true, "Every bill: Ann"],
  [[step(["Ann"])], "add", false, "Every bill: then Ann"],
  [[step(["Ann"])], "replace", false, "Every bill: instead of whom the rules above ask, Ann"],
  [
    [step(["Ann"], { parallel: true })],
    "add",
    false,
    "Every bill: at the same time as the last step above, Ann",
  ],
  [
    [step(["Ann"], { groupIds: ["Office"], need: "any" }), step(["Bob", "Cy"], { parallel: true })],
    "add",
    true,
    "Every bill: Ann or any one of Office, and at the same time Bob and Cy",
  ],
  [
    [step([], { groupIds: ["Office"] }), step(["Bob"])],
    "add",
    true,
    "Every bill: everybody in Office, then Bob",
  ],
  [[step([])], "add", true, "Every bill: …"],
])("steps in words: %#", (steps, effect, isFirst, words) => {
  expect(ruleInWords({ name: "A rule", when: {}, effect, steps }, nameOf, isFirst)).toBe(words);
});
