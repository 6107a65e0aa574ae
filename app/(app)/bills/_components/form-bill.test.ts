import { describe, expect, test } from "vitest";
import type { CodedLine } from "@/lib/bills/vendor-coding";
import {
  amountOf,
  emptyBill,
  type FormBill,
  type FormLine,
  hasNoLines,
  inputOf,
  newLine,
  numberOf,
  sentLines,
  withCoding,
  withExtension,
  withFollowing,
} from "./form-bill";

const fuel = { id: "fuel", name: "Fuel", hint: null };
const coded = (change: Partial<CodedLine> = {}): CodedLine => ({
  ...{ kind: "expense", account: fuel, item: null, class: null, customer: null, billable: false },
  description: "",
  ...change,
});
const proposed = (bill: FormBill, ...lines: CodedLine[]): FormBill =>
  withCoding(bill, { billDate: null, termsId: null, lines });
const saved = { billId: null, version: null, connectionId: "c" };

test.each([
  ["1,250", "1250.00"],
  ["$12.5", "12.50"],
  ["=12*3.5", "42.00"],
  ["100/3", "33.33"],
  ["12*", null],
  ["=99999999999999*10", null],
  ["soon", null],
])("the amount %s", (typed, expected) => {
  expect(amountOf(typed)).toBe(expected);
});

test("a quantity stays as it was typed, a sum in its place has five decimals", () => {
  expect(numberOf("1.50")).toBe("1.50");
  expect(numberOf("=1/3")).toBe("0.33333");
  expect(numberOf("many")).toBeNull();
});

test("quantity times cost makes the amount, sums included", () => {
  const line: FormLine = { ...newLine("item"), quantity: "=2+2", cost: "12.5" };
  expect(withExtension(line).amount).toBe("50.00");
});

describe("lines that are proposed", () => {
  test("stand only where nobody has entered one", () => {
    expect(hasNoLines(emptyBill())).toBe(true);
    expect(hasNoLines(proposed(emptyBill(), coded()))).toBe(true);
    expect(hasNoLines({ ...emptyBill(), lines: [{ ...newLine("expense"), amount: "1" }] })).toBe(false);
  });

  test("keep the line that the cursor may stand in", () => {
    const bill = emptyBill();
    const [first, second] = proposed(bill, coded(), coded({ billable: true })).lines;
    expect(first?.key).toBe(bill.lines[0]?.key);
    expect(second?.key).not.toBe(first?.key);
  });

  test("are not sent while they have no amount", () => {
    const bill = proposed(emptyBill(), coded(), coded({ description: "Diesel" }));
    const [first, ...others] = bill.lines;
    if (!first) throw new Error("no line was proposed");
    expect(sentLines(bill)).toEqual([]);
    const entered = { ...first, amount: "12.00", isProposed: false };
    expect(inputOf({ ...bill, lines: [entered, ...others] }, saved)).toMatchObject({
      amount: "12.00",
      lines: [{ accountId: "fuel", amount: "12.00" }],
    });
  });

  test("one alone takes the bill's amount, as long as nobody touches it", () => {
    const bill = proposed({ ...emptyBill(), amount: "80" }, coded());
    expect(bill.lines[0]?.amount).toBe("80.00");
    const amountNow = (next: FormBill) => withFollowing({ ...next, amount: "=2*45" }).lines[0]?.amount;
    expect(amountNow(bill)).toBe("90.00");
    expect(amountNow({ ...bill, lines: bill.lines.map((line) => ({ ...line, isProposed: false })) })).toBe(
      "80.00",
    );
    expect(amountNow(proposed(bill, coded(), coded({ billable: true })))).toBe("");
  });
});

test("a sum that was not left yet is sent as what it comes to", () => {
  const line = { ...newLine("item"), item: fuel, quantity: "=3*2", cost: "2", amount: "=6*2" };
  expect(inputOf({ ...emptyBill(), amount: "=10+2", lines: [line] }, saved)).toMatchObject({
    amount: "12.00",
    lines: [{ quantity: "6", cost: "2", amount: "12.00" }],
  });
});
