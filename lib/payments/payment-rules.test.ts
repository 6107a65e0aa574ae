import { describe, expect, test } from "vitest";
import { type PaymentInput, paymentInput } from "./payment-input";
import { amountOf, type PayableBill, type PaymentFacts, paymentProblems, settledBy } from "./payment-rules";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";
const BANK = "00000000-0000-4000-8000-0000000000b1";
const INCOME = "00000000-0000-4000-8000-0000000000b2";
const CREDIT = "00000000-0000-4000-8000-0000000000c1";

const bill = (id: string, change: Partial<PayableBill> = {}): PayableBill => ({
  ...{ id, connectionId: "file", state: "approved", vendorId: "vendor", vendorName: "Tidewater Lumber" },
  ...{ vendorListId: "V-1", invoiceNumber: id === A ? "A" : "B", billDate: "2026-11-01", dueDate: null },
  ...{
    amount: "100.00",
    apAccountId: "ap",
    isLinked: true,
    isLeaving: false,
    open: "100.00",
    pending: "0.00",
  },
  ...change,
});

const facts = (change: Partial<PaymentFacts> = {}): PaymentFacts => ({
  closingDate: null,
  currencies: { home: null, vendor: null },
  account: { id: BANK, name: "Checking", accountType: "Bank", isActive: true, currency: null },
  discountAccounts: [
    { id: INCOME, name: "Discounts taken", accountType: "OtherIncome", isActive: true, currency: null },
  ],
  bills: [bill(A)],
  credits: [
    { id: CREDIT, vendorListId: "V-1", apAccountId: "ap", refNumber: "C", date: null, open: "30.00" },
  ],
  ...change,
});

const apply = (change: object = {}) => ({
  ...{ billId: A, amount: "100.00", discountAmount: "", discountAccountId: null, credits: [] },
  ...change,
});

const input = (change: object = {}, applications: object[] = [apply()]): PaymentInput =>
  paymentInput.parse({
    ...{
      method: "check",
      accountId: BANK,
      date: "2026-11-20",
      refNumber: "1001",
      isToBePrinted: false,
      memo: "",
    },
    ...{ exchangeRate: null, applications, ...change },
  });

const pathsOf = (given: PaymentInput, known = facts()) =>
  paymentProblems(given, known).map(({ path }) => path);

test("a check for all that is open may be recorded", () => {
  expect(paymentProblems(input(), facts())).toEqual([]);
});

test.each<[string, object, Partial<PaymentFacts>, string]>([
  [
    "from a credit card account",
    {},
    { account: { id: BANK, name: "Visa", accountType: "CreditCard", isActive: true, currency: null } },
    "accountId",
  ],
  [
    "from an inactive account",
    {},
    { account: { id: BANK, name: "Old", accountType: "Bank", isActive: false, currency: null } },
    "accountId",
  ],
  ["in a closed period", {}, { closingDate: "2026-11-20" }, "date"],
  ["with neither a number nor to be printed", { refNumber: "" }, {}, "refNumber"],
  ["with a number and to be printed", { isToBePrinted: true }, {}, "refNumber"],
])("a check %s may not", (_words, change, known, path) => {
  expect(pathsOf(input(change), facts(known))).toEqual([path]);
});

test("the first open day after the books are closed will do", () => {
  expect(pathsOf(input({ date: "2026-11-21" }), facts({ closingDate: "2026-11-20" }))).toEqual([]);
});

test("a card needs no number and is never printed", () => {
  const card = facts({
    account: { id: BANK, name: "Visa", accountType: "CreditCard", isActive: true, currency: null },
  });
  expect(pathsOf(input({ method: "credit_card", refNumber: "" }), card)).toEqual([]);
  expect(pathsOf(input({ method: "credit_card", refNumber: "", isToBePrinted: true }), card)).toEqual([
    "isToBePrinted",
  ]);
});

test.each<[string, object, Partial<PayableBill>, string]>([
  ["more than is open", { amount: "100.01" }, {}, "amount"],
  ["what a waiting payment will pay", { amount: "60.00" }, { open: "50.00", pending: "50.00" }, "amount"],
  ["nothing", { amount: "" }, {}, "amount"],
  ["a bill that is not approved", {}, { state: "draft" }, "billId"],
  ["a bill that is to be voided", {}, { isLeaving: true }, "billId"],
  ["a discount without an account", { amount: "97.00", discountAmount: "3.00" }, {}, "discountAccountId"],
  [
    "money and a discount of more than is open",
    { discountAmount: "0.01", discountAccountId: INCOME },
    {},
    "amount",
  ],
])("a payment of %s may not be recorded", (_words, application, change, field) => {
  expect(pathsOf(input({}, [apply(application)]), facts({ bills: [bill(A, change)] }))).toEqual([
    `applications.0.${field}`,
  ]);
});

describe("several bills", () => {
  const both = [apply(), apply({ billId: B })];

  test("of one vendor on one accounts payable account may be paid together", () => {
    expect(pathsOf(input({}, both), facts({ bills: [bill(A), bill(B)] }))).toEqual([]);
    expect(pathsOf(input({}, both), facts({ bills: [bill(A), bill(B, { apAccountId: null })] }))).toEqual([]);
  });

  test.each<[string, Partial<PayableBill>]>([
    ["two vendors", { vendorId: "other" }],
    ["two accounts payable accounts", { apAccountId: "other" }],
  ])("of %s may not", (_words, change) => {
    expect(pathsOf(input({}, both), facts({ bills: [bill(A), bill(B, change)] }))).toEqual(["applications"]);
  });

  test("the same one twice may not", () => {
    const twice = [apply({ amount: "50.00" }), apply({ amount: "50.00" })];
    expect(pathsOf(input({}, twice))).toEqual(["applications"]);
  });
});

describe("credits", () => {
  const used = (amount: string, rest = "70.00") => [
    apply({ amount: rest, credits: [{ creditId: CREDIT, amount }] }),
  ];
  const credit = (change: object) =>
    facts({ credits: [{ ...(facts().credits[0] as object), ...change } as never] });

  test("may be set off beside money, or alone, without a number", () => {
    expect(pathsOf(input({}, used("30.00")))).toEqual([]);
    expect(pathsOf(input({ refNumber: "" }, used("30.00", "0.00")))).toEqual([]);
    expect(amountOf(input({}, used("30.00", "")))).toBe("0.00");
  });

  test.each<[string, PaymentInput, PaymentFacts]>([
    ["more than is left", input({}, used("30.01", "60.00")), facts()],
    ["another vendor's", input({}, used("30.00")), credit({ vendorListId: "V-2" })],
    ["on another accounts payable account", input({}, used("30.00")), credit({ apAccountId: "other" })],
    ["that is not there", input({}, used("30.00")), facts({ credits: [] })],
  ])("may not be %s", (_words, given, known) => {
    expect(pathsOf(given, known)).toEqual([`credits.${CREDIT}`]);
  });

  test("of two bills count together against what is left", () => {
    const both = [A, B].map((billId) =>
      apply({ billId, amount: "", credits: [{ creditId: CREDIT, amount: "20.00" }] }),
    );
    expect(pathsOf(input({ refNumber: "" }, both), facts({ bills: [bill(A), bill(B)] }))).toEqual([
      `credits.${CREDIT}`,
    ]);
  });
});

test("what settles a bill is money, discount and credits; what leaves the account is money alone", () => {
  const application = apply({
    amount: "1,060.25",
    discountAmount: "9.75",
    credits: [{ creditId: CREDIT, amount: "30" }],
  });
  const given = input({}, [application]);
  expect(given.applications.map(settledBy)).toEqual(["1100.00"]);
  expect(amountOf(given)).toBe("1060.25");
});

test.each([
  ["a number of twelve characters", { refNumber: "123456789012" }],
  ["letters that QuickBooks cannot store", { memo: "支払い" }],
  ["a negative amount", { applications: [apply({ amount: "-1.00" })] }],
  ["no bill", { applications: [] }],
])("the form refuses %s", (_words, change) => {
  const given = { method: "check", accountId: BANK, date: "2026-11-20", applications: [apply()], ...change };
  expect(paymentInput.safeParse(given).success).toBe(false);
});
