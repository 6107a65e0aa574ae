import fc from "fast-check";
import { expect, test } from "vitest";
import { calculate } from "./calculate";

test.each([
  ["=12*3.5", "42"],
  ["12*3.5", "42"],
  ["= 1,200 / 4 - 10", "290"],
  ["=2+3*4", "14"],
  ["=(2+3)*4", "20"],
  ["=10-2-3", "5"],
  ["=100/10/2", "5"],
  ["=-5+2", "-3"],
  ["=2*-3", "-6"],
  ["=.1+.2", "0.3"],
  ["=7", "7"],
  ["$10+$2.50", "12.5"],
  ["=((((1))))", "1"],
])("%s comes to %s", (typed, expected) => {
  expect(calculate(typed)?.toFixed()).toBe(expected);
});

test.each([
  ["a plain number", "12.50"],
  ["a negative one", "-12.50"],
  ["nothing", ""],
  ["an equals sign alone", "="],
  ["half a sum", "=12*"],
  ["a parenthesis left open", "=(1+2"],
  ["one too many", "=1+2)"],
  ["a division by zero", "=1/(2-2)"],
  ["two numbers", "=1 2"],
  ["two dots", "=1.2.3+1"],
  ["a power", "=2**3"],
  ["words", "=alert(1)"],
  ["a formula of a spreadsheet", "=SUM(A1:A2)"],
  ["a number in another notation", "=1e9+1"],
  ["what is far too long", `=${"1+".repeat(60)}1`],
])("%s is no sum", (_what, typed) => {
  expect(calculate(typed)).toBeNull();
});

test("whatever is typed, it answers", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.+-*/() =,") }), (typed) => {
      const result = calculate(typed);
      expect(result === null || /^-?\d+(\.\d+)?$/.test(result.toFixed())).toBe(true);
    }),
  );
});
