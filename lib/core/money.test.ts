import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addAmounts,
  compareAmounts,
  extend,
  isAmount,
  isFiveDecimals,
  isRate,
  sameAmount,
  subtractAmounts,
  toAmount,
  toFiveDecimals,
} from "./money";

test.each([
  ["1250", true],
  ["1250.5", true],
  ["-0.01", true],
  ["9999999999999.99", true],
  ["10000000000000", false],
  ["1.005", false],
  [".5", false],
  ["1,250.00", false],
  ["1e3", false],
  ["", false],
])("%j is an amount: %s", (text, expected) => {
  expect(isAmount(text)).toBe(expected);
});

test.each([
  ["0.00001", true],
  ["0.000001", false],
  ["12345678901", false],
])("%j is a number of five decimals: %s", (text, expected) => {
  expect(isFiveDecimals(text)).toBe(expected);
});

test.each([
  ["1.0812345678", true],
  ["0.000000000001", true],
  ["0", false],
  ["0.0000000000001", false],
  ["-1.08", false],
  ["1,08", false],
])("%j is an exchange rate: %s", (text, expected) => {
  expect(isRate(text)).toBe(expected);
});

describe("rounding is half away from zero, as QuickBooks rounds", () => {
  test.each([
    ["1.005", "1.01"],
    ["-1.005", "-1.01"],
    ["2.675", "2.68"],
    ["-0.004", "0.00"],
    ["12.5", "12.50"],
  ])("%s is %s", (value, expected) => {
    expect(toAmount(value)).toBe(expected);
  });
});

test("cents are never lost, where binary fractions lose them", () => {
  expect(addAmounts(["0.10", "0.20"])).toBe("0.30");
  expect(subtractAmounts("9007199254740.99", "0.01")).toBe("9007199254740.98");
  expect(addAmounts([])).toBe("0.00");
  expect(extend("3.33333", "0.75")).toBe("2.50");
  expect(toFiveDecimals("3.50000")).toBe("3.5");
  expect(sameAmount("100", "100.00")).toBe(true);
  expect(compareAmounts("9.99", "10.00")).toBeLessThan(0);
});

test("what is taken away and added again is what it was", () => {
  const amount = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }).map((cents) =>
    toAmount(
      `${cents < 0n ? "-" : ""}${String(cents < 0n ? -cents : cents)
        .padStart(3, "0")
        .replace(/(\d\d)$/, ".$1")}`,
    ),
  );
  fc.assert(fc.property(amount, amount, (a, b) => addAmounts([subtractAmounts(a, b), b]) === a));
});
