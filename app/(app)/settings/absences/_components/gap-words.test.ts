import { expect, test } from "vitest";
import { gapWords } from "./gap-words";

const person = (name: string, approvalLimit: string | null, isAdmin = false) => ({
  ...{ userId: name, name, mayApprove: true, isAdmin, approvalLimit },
});

test.each<[limit: string | null, ofStandIn: string | null, words: string | null]>([
  [null, "500.00", "Bills above $500.00 go on waiting for Ann."],
  ["2500.00", "500.00", "Bills above $500.00 and up to $2,500.00 go on waiting for Ann."],
  ["500.00", "500.00", null],
  ["500.00", "2500.00", null],
  ["500.00", null, null],
  [null, null, null],
])("for a limit of %s a stand-in with %s leaves: %s", (limit, ofStandIn, words) => {
  expect(gapWords(person("Sam", ofStandIn), person("Ann", limit), false)).toBe(words);
  expect(gapWords(person("Sam", ofStandIn, true), person("Ann", limit), false)).toBeNull();
});

test("whoever enters their own absence reads that they wait for them", () => {
  expect(gapWords(person("Sam", "500.00"), person("Ann", null), true)).toBe(
    "Bills above $500.00 go on waiting for you.",
  );
});
