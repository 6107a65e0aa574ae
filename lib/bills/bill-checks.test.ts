import { expect, test } from "vitest";
import { type CheckedBill, checkBill } from "./bill-checks";
import type { CheckedRecord } from "./record-checks";

const named = (name: string, change: Partial<CheckedRecord> = {}): CheckedRecord => ({
  ...{ name, isActive: true, isDeleted: false },
  ...change,
});
const line = (change: Partial<CheckedBill["lines"][number]> = {}): CheckedBill["lines"][number] => ({
  ...{ kind: "expense", account: named("Fuel"), item: null, class: null, customer: null, amount: "100.00" },
  ...{ description: "Fuel", quantity: null, cost: null, billable: false },
  ...change,
});
const ITEM = { kind: "item", account: null, item: named("Bolts") } as const;
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

const other = (
  change: Partial<CheckedBill["duplicates"][number]> = {},
): CheckedBill["duplicates"][number] => ({
  ...{ id: "other", vendor: "Fidalgo", invoiceNumber: "7", billDate: "2026-11-01", amount: "100.00" },
  ...{ currency: null, state: "draft" },
  ...change,
});

test("a complete bill passes", () => {
  expect(checkBill(bill())).toEqual([]);
});

test.each([
  ["without a quantity", null, "33"],
  ["whose product is rounded to the cent", "8", "12.49999"],
  ["whose cost is worked out of its amount, as QuickBooks does it", "30000", "0.00333"],
])("an item line %s passes", (_what, quantity, cost) => {
  expect(checkBill(bill({ lines: [line({ ...ITEM, quantity, cost })] }))).toEqual([]);
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
    { duplicates: [other({ id: "1", state: "paid" })] },
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
    "an item line that is not its quantity times its cost",
    { lines: [line({ ...ITEM, quantity: "3", cost: "33" })] },
    "error",
    "lines.0.amount",
    /3 × 33 come to 99.00, the line says 100.00/,
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
  expect(results).toMatchObject([{ level, field, message: expect.stringMatching(words) }]);
  // Whatever is said has a way out.
  expect(results[0]?.fixes).not.toEqual([]);
});

test("a date after the closing date is open", () => {
  expect(checkBill(bill({ closingDate: "2026-11-01" }))).toEqual([]);
});

const set = (value: string) => expect.objectContaining({ kind: "set", value });
const pick = (list: string) => expect.objectContaining({ kind: "pick", list });
const isNew = { id: "e-1", isNew: true };
const billableTo = { customer: named("Harbor Tower"), billable: true };

test.each<[string, Partial<CheckedBill>, "error" | "warning", string, unknown[]]>([
  [
    "lines that do not add up: the sum is proposed",
    { amount: "90.00" },
    "error",
    "amount",
    [set("100.00"), expect.objectContaining({ kind: "focus" })],
  ],
  [
    "a closed period: the first open day is proposed",
    { closingDate: "2026-12-31" },
    "error",
    "billDate",
    [set("2027-01-01"), expect.objectContaining({ kind: "focus" })],
  ],
  [
    "a number that grows too long in QuickBooks' letters is shortened",
    { invoiceNumber: "1234567890…1234567…" },
    "error",
    "invoiceNumber",
    [
      expect.objectContaining({ kind: "set", value: expect.stringMatching(/^1234567890\.+\w{5}$/) }),
      expect.objectContaining({ kind: "focus" }),
    ],
  ],
  [
    "a name of Polish letters is proposed in plain ones",
    { memo: "Łódź" },
    "error",
    "memo",
    [set("Lódz"), expect.objectContaining({ kind: "focus" })],
  ],
  [
    "a merged vendor: the survivor is proposed",
    { vendor: named("Old", { isDeleted: true, mergedInto: { id: "v-2", name: "New" } }) },
    "error",
    "vendorId",
    [set("v-2"), pick("vendor")],
  ],
  [
    "a new vendor of a name that differs only in case",
    { vendor: named("ACME", { ...isNew, twin: { id: "v-3", name: "Acme" } }) },
    "warning",
    "vendorId",
    [set("v-3")],
  ],
  [
    "a new vendor of a customer's name",
    { vendor: named("Acme", { ...isNew, nameOwner: "customer" }) },
    "error",
    "vendorId",
    [pick("vendor")],
  ],
  [
    "a new item whose name is too long: a shorter one is proposed",
    {
      lines: [line({ kind: "item", account: null, item: named(`Northwestern ${"x".repeat(30)}`, isNew) })],
    },
    "error",
    "lines.0.itemId",
    [expect.objectContaining({ kind: "rename", list: "item", id: "e-1" }), pick("item")],
  ],
  [
    "an A/P account of another currency than the vendor's",
    {
      homeCurrency: "US Dollar",
      vendor: named("Fidalgo", { currency: "Euro" }),
      apAccount: named("Accounts Payable", { currency: "US Dollar" }),
    },
    "error",
    "apAccountId",
    [pick("apAccount")],
  ],
  [
    "a vendor of another currency without an A/P account",
    { homeCurrency: "US Dollar", vendor: named("Fidalgo", { currency: "Euro" }) },
    "warning",
    "apAccountId",
    [pick("apAccount")],
  ],
  [
    "a bill that says nearly the same",
    { similar: [{ ...other({ id: "b-9", invoiceNumber: "007" }), likeness: "number" }] },
    "warning",
    "invoiceNumber",
    [expect.objectContaining({ kind: "open", billId: "b-9" })],
  ],
  [
    "a billable line on a bank account",
    { lines: [line({ ...billableTo, account: named("Checking", { accountType: "Bank" }) })] },
    "error",
    "lines.0.accountId",
    [pick("account"), expect.objectContaining({ kind: "focus" })],
  ],
  [
    "a receivable line for nobody",
    { lines: [line({ account: named("A/R", { accountType: "AccountsReceivable" }) })] },
    "error",
    "lines.0.customerId",
    [pick("customer")],
  ],
  [
    "an item without an expense account",
    { lines: [line({ kind: "item", account: null, item: named("Labor", { hasExpenseAccount: false }) })] },
    "warning",
    "lines.0.itemId",
    [pick("item")],
  ],
])("%s", (_what, change, level, field, fixes) => {
  expect(checkBill(bill(change))).toMatchObject([{ level, field, message: expect.any(String), fixes }]);
});

test("a shortened text fits, shows that it was shortened, and differs for another beginning alike", () => {
  const [first, second] = ["a", "b"].map((end) => {
    const [result] = checkBill(bill({ memo: `${"x".repeat(4100)}${end}` }));
    const [fix] = result?.fixes ?? [];
    return fix?.kind === "set" ? fix.value : "";
  });
  expect(first).toHaveLength(4095);
  expect(first).toContain("...");
  expect(first).not.toBe(second);
});
