import { expect, test } from "vitest";
import { type CheckedBill, type CheckedRecord, checkBill } from "./bill-checks";

const named = (name: string, change: Partial<CheckedRecord> = {}): CheckedRecord => ({
  ...{ name, isActive: true, isDeleted: false },
  ...change,
});
const line = (change: Partial<CheckedBill["lines"][number]> = {}): CheckedBill["lines"][number] => ({
  ...{ kind: "expense", account: named("Fuel"), item: null, class: null, customer: null, amount: "100.00" },
  description: "Fuel",
  billable: false,
  ...change,
});
const bill = (change: Partial<CheckedBill> = {}): CheckedBill => ({
  ...{
    vendor: named("Fidalgo"),
    invoiceNumber: "7",
    memo: "",
    billDate: "2026-11-02",
    dueDate: "2026-12-02",
  },
  ...{ amount: "100.00", terms: null, apAccount: null, lines: [line()], closingDate: null, duplicates: [] },
  ...change,
});

test("a complete bill passes", () => {
  expect(checkBill(bill())).toEqual([]);
});

test.each<[string, Partial<CheckedBill>, "error" | "warning", string, RegExp]>([
  ["no vendor", { vendor: null }, "error", "vendorId", /Choose a vendor/],
  ["no date", { billDate: null }, "error", "billDate", /date of the bill/],
  ["a memo that QuickBooks cannot store", { memo: "Łódź" }, "error", "memo", /cannot store Ł ź in the memo/],
  [
    "a description that QuickBooks cannot store",
    { lines: [line({ description: "木材" })] },
    "error",
    "lines.0.description",
    /cannot store 木 材 in the description of line 1/,
  ],
  ["no line", { lines: [], amount: "0.00" }, "error", "lines", /at least one line/],
  [
    "lines that do not add up",
    { amount: "100.01" },
    "error",
    "amount",
    /add up to 100.00, the bill says 100.01/,
  ],
  [
    "a negative bill",
    { amount: "-1.00", lines: [line({ amount: "-1.00" })] },
    "error",
    "amount",
    /cannot be negative/,
  ],
  ["a due date before its date", { dueDate: "2026-11-01" }, "warning", "dueDate", /before the date/],
  [
    "a date in a closed period",
    { closingDate: "2026-11-02" },
    "error",
    "billDate",
    /closed up to 2026-11-02/,
  ],
  [
    "the number of another bill",
    { duplicates: [{ id: "1", state: "paid" }] },
    "warning",
    "invoiceNumber",
    /another bill from this vendor with the number 7/,
  ],
  [
    "an inactive vendor",
    { vendor: named("Old", { isActive: false }) },
    "error",
    "vendorId",
    /Old is inactive/,
  ],
  [
    "deleted terms",
    { terms: named("Net 90", { isDeleted: true }) },
    "error",
    "termsId",
    /Net 90 was deleted/,
  ],
  [
    "a line without an account",
    { lines: [line({ account: null })] },
    "error",
    "lines.0.accountId",
    /Line 1: choose an account/,
  ],
  [
    "an item line without an item",
    { lines: [line({ kind: "item", account: null })] },
    "error",
    "lines.0.itemId",
    /choose an item/,
  ],
  [
    "a billable line for nobody",
    { lines: [line({ billable: true })] },
    "error",
    "lines.0.customerId",
    /needs a customer:job/,
  ],
  [
    "an inactive class in the second line",
    { amount: "200.00", lines: [line(), line({ class: named("Shop", { isActive: false }) })] },
    "error",
    "lines.1.classId",
    /Shop is inactive/,
  ],
])("%s", (_what, change, level, field, words) => {
  const results = checkBill(bill(change));
  expect(results).toEqual([{ level, field, message: expect.stringMatching(words) }]);
});

test("a date after the closing date is open", () => {
  expect(checkBill(bill({ closingDate: "2026-11-01" }))).toEqual([]);
});
