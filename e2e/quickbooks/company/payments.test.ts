import { expect, test } from "vitest";
import { child, children, childText, type XmlNode } from "../qbxml/read-xml";
import type { CompanyFile } from "./company-file";
import { DemoSession } from "./demo-session";

const VENDOR = "Bayside Concrete";

function bill(company: CompanyFile, amount = "100.00", vendor = VENDOR): string {
  return company.enterBill({ vendor, refNumber: "A-1", lines: [{ account: "Rent", amount }] }).txnId;
}

function check(applied: string, more: { vendor?: string; payable?: string; bank?: string } = {}): string {
  return `<BillPaymentCheckAddRq requestID="p"><BillPaymentCheckAdd>
    <PayeeEntityRef><FullName>${more.vendor ?? VENDOR}</FullName></PayeeEntityRef>${more.payable ?? ""}
    <TxnDate>2026-07-10</TxnDate><BankAccountRef><FullName>${more.bank ?? "Harbor Community Checking"}</FullName></BankAccountRef>
    <RefNumber>5001</RefNumber>${applied}</BillPaymentCheckAdd></BillPaymentCheckAddRq>`;
}

const applied = (id: string, inner: string) =>
  `<AppliedToTxnAdd><TxnID>${id}</TxnID>${inner}</AppliedToTxnAdd>`;
const pay = (id: string, amount: string) => applied(id, `<PaymentAmount>${amount}</PaymentAmount>`);

function query(demo: DemoSession, id: string): XmlNode | undefined {
  return demo.ask(
    `<BillQueryRq><TxnID>${id}</TxnID><IncludeLineItems>true</IncludeLineItems><IncludeLinkedTxns>true</IncludeLinkedTxns></BillQueryRq>`,
  ).rets[0];
}

const open = (demo: DemoSession, id: string) =>
  ["OpenAmount", "IsPaid"].map((name) => childText(query(demo, id), name));

test("a check pays two bills, one in part", () => {
  const demo = new DemoSession();
  const [one, two] = [bill(demo.company), bill(demo.company)];
  const { code, rets } = demo.ask(check(pay(one, "100.00") + pay(two, "40.00")));
  expect([code, childText(rets[0], "Amount")]).toEqual([0, "140.00"]);
  expect(children(rets[0], "AppliedToTxnRet").map((node) => childText(node, "BalanceRemaining"))).toEqual([
    "0.00",
    "60.00",
  ]);
  expect(open(demo, one)).toEqual(["0.00", "true"]);
  expect(open(demo, two)).toEqual(["60.00", "false"]);
  const link = child(query(demo, one), "LinkedTxn");
  expect(["TxnID", "TxnType", "Amount"].map((name) => childText(link, name))).toEqual([
    childText(rets[0], "TxnID"),
    "BillPaymentCheck",
    "-100.00",
  ]);
});

test("a discount pays too, a credit leaves no transaction behind", () => {
  const demo = new DemoSession();
  const id = bill(demo.company);
  const discount = "<PaymentAmount>98.00</PaymentAmount><DiscountAmount>2.00</DiscountAmount>";
  const more = "<DiscountAccountRef><FullName>Interest Expense</FullName></DiscountAccountRef>";
  expect(demo.ask(check(applied(id, discount + more))).code).toBe(0);
  expect(open(demo, id)).toEqual(["0.00", "true"]);

  const other = bill(demo.company);
  const credit = demo.company.enterCredit({ vendor: VENDOR, lines: [{ account: "Rent", amount: "100.00" }] });
  const set = `<SetCredit><CreditTxnID>${credit.txnId}</CreditTxnID><AppliedAmount>100.00</AppliedAmount></SetCredit>`;
  const payments = demo.company.txns("BillPaymentCheck").length;
  const { code, rets } = demo.ask(check(applied(other, set)));
  expect([code, rets.length, demo.company.txns("BillPaymentCheck").length]).toEqual([0, 0, payments]);
  expect(open(demo, other)).toEqual(["0.00", "true"]);
});

test.each([
  ["a bill that is not there", "9-9", "100.00", {}, 3120],
  ["a bill of another vendor", undefined, "100.00", { vendor: "Island Hardware" }, 3120],
  ["more than is due", undefined, "100.01", {}, 3210],
  [
    "another Accounts Payable account",
    undefined,
    "1.00",
    { payable: "<APAccountRef><FullName>Retainage Payable</FullName></APAccountRef>" },
    3210,
  ],
  ["a bank account that is none", undefined, "1.00", { bank: "Rent" }, 3140],
])("refuses %s", (_name, id, amount, more, code) => {
  const demo = new DemoSession();
  const known = bill(demo.company);
  expect(demo.ask(check(pay(id ?? known, amount), more)).code).toBe(code);
  expect(open(demo, known)).toEqual(["100.00", "false"]);
});

test("a bill already paid cannot be found, a share without any amount is incomplete", () => {
  const demo = new DemoSession();
  const id = bill(demo.company);
  expect(demo.ask(check(applied(id, ""))).code).toBe(3150);
  demo.company.payBill(id);
  expect(demo.ask(check(pay(id, "1.00"))).code).toBe(3120);
});

test("overpaying has been seen with severity Info", () => {
  const demo = new DemoSession({ switches: { overpaymentSeverity: "Info" } });
  const { code, severity } = demo.ask(check(pay(bill(demo.company), "500.00")));
  expect([code, severity]).toEqual([3210, "Info"]);
});

test("whether a payment changes the bill's stamp is a switch", () => {
  for (const payingTouchesBill of [true, false]) {
    const demo = new DemoSession({ switches: { payingTouchesBill } });
    const id = bill(demo.company);
    const before = demo.company.txn(id).editSequence;
    demo.company.payBill(id, "30.00", "creditCard");
    expect(demo.company.txn(id).editSequence !== before).toBe(payingTouchesBill);
    expect(open(demo, id)).toEqual(["70.00", "false"]);
  }
});

test("payments come by query, by vendor and with what they paid", () => {
  const demo = new DemoSession();
  const id = bill(demo.company);
  demo.company.payBill(id, undefined, "creditCard");
  bill(demo.company, "5.00", "Island Hardware");
  const filter = `<EntityFilter><FullName>${VENDOR}</FullName></EntityFilter>`;
  const [payment] = demo.ask(
    `<BillPaymentCreditCardQueryRq>${filter}<IncludeLineItems>true</IncludeLineItems></BillPaymentCreditCardQueryRq>`,
  ).rets;
  expect(childText(child(payment, "AppliedToTxnRet"), "TxnID")).toBe(id);
  const plain = demo.ask("<BillPaymentCreditCardQueryRq/>").rets[0];
  expect(child(plain, "AppliedToTxnRet")).toBeUndefined();
  const unpaid = demo.ask("<BillQueryRq><PaidStatus>NotPaidOnly</PaidStatus></BillQueryRq>").rets;
  expect(unpaid.map((node) => childText(child(node, "VendorRef"), "FullName"))).toEqual(["Island Hardware"]);
});

test("bills come by number, by change and by date", () => {
  const demo = new DemoSession();
  const [one, two] = [bill(demo.company), bill(demo.company)];
  demo.company.editBill(two, { refNumber: "B-2", txnDate: "2026-01-31", memo: "changed" });
  const found = (inner: string) =>
    demo.ask(`<BillQueryRq>${inner}</BillQueryRq>`).rets.map((node) => childText(node, "TxnID"));
  expect(found("<RefNumber>b-2</RefNumber>")).toEqual([two]);
  expect(found("<RefNumberCaseSensitive>b-2</RefNumberCaseSensitive>")).toEqual([]);
  const since = demo.company.txn(two).timeModified.slice(0, 19);
  expect(
    found(`<ModifiedDateRangeFilter><FromModifiedDate>${since}</FromModifiedDate></ModifiedDateRangeFilter>`),
  ).toEqual([two]);
  expect(found("<TxnDateRangeFilter><FromTxnDate>2026-02-01</FromTxnDate></TxnDateRangeFilter>")).toEqual([
    one,
  ]);
});

test("a deleted bill comes with the deletions, a voided one stays with nothing in it", () => {
  const demo = new DemoSession();
  const [one, two] = [bill(demo.company), bill(demo.company)];
  demo.company.deleteBill(one);
  demo.company.voidBill(two);
  const gone = demo.ask("<TxnDeletedQueryRq><TxnDelType>Bill</TxnDelType></TxnDeletedQueryRq>").rets;
  expect(gone.map((node) => [childText(node, "TxnID"), childText(node, "RefNumber")])).toEqual([
    [one, "A-1"],
  ]);
  expect(["AmountDue", "Memo"].map((name) => childText(query(demo, two), name))).toEqual(["0.00", "VOID:"]);
});

test("TxnDel and TxnVoid do it through qbXML, but not in a closed period", () => {
  const demo = new DemoSession();
  const [one, two] = [bill(demo.company), bill(demo.company)];
  const del = `<TxnDelRq><TxnDelType>Bill</TxnDelType><TxnID>${one}</TxnID></TxnDelRq>`;
  demo.company.setClosingDate("2026-07-31");
  expect(demo.ask(del).code).toBe(3161);
  demo.company.setClosingDate(undefined);
  expect(childText(demo.ask(del).node, "TxnID")).toBe(one);
  expect(demo.ask(del).code).toBe(3120);
  const voided = demo.ask(`<TxnVoidRq><TxnVoidType>Bill</TxnVoidType><TxnID>${two}</TxnID></TxnVoidRq>`);
  expect([voided.code, childText(voided.node, "RefNumber")]).toEqual([0, "A-1"]);
});

test("what is to pay to a vendor, credits included", () => {
  const demo = new DemoSession();
  const id = bill(demo.company);
  demo.company.payBill(id, "25.00");
  demo.company.enterCredit({ vendor: VENDOR, lines: [{ account: "Rent", amount: "9.00" }] });
  const { rets } = demo.ask(
    `<BillToPayQueryRq><PayeeEntityRef><FullName>${VENDOR}</FullName></PayeeEntityRef></BillToPayQueryRq>`,
  );
  expect(childText(child(rets[0], "BillToPay"), "AmountDue")).toBe("75.00");
  expect(childText(child(rets[1], "CreditToApply"), "CreditRemaining")).toBe("9.00");
});
