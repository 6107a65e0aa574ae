import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "@/e2e/quickbooks/company/references";
import { settledBy } from "@/e2e/quickbooks/company/settlements";
import type { Txn } from "@/e2e/quickbooks/company/state";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { recordPayment } from "@/lib/payments/record-payment";
import { requeuePayment } from "@/lib/payments/requeue-payment";
import { withdrawPayment } from "@/lib/payments/withdraw-payment";
import { approvedBill, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { creditOf, openOf, pay, paymentFor, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();
let vendorName: string;

beforeAll(async () => {
  const bill = await linkedBill("FIRST-1");
  const { txnId } = await recordOf(office, bill);
  vendorName = office.company.entry(
    "Vendor",
    idOf(office.company.txn(txnId ?? "").fields.VendorRef) ?? "",
  ).name;
});

async function linkedBill(invoiceNumber: string): Promise<string> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  return billId;
}

const txnOf = async (billId: string) => (await recordOf(office, billId)).txnId ?? "";
const checks = (refNumber: unknown): Txn[] =>
  office.company.txns("BillPaymentCheck").filter((txn) => txn.fields.RefNumber === refNumber);
const enterCredit = (refNumber: string, amount: string) =>
  office.company.enterCredit({
    vendor: vendorName,
    refNumber,
    lines: [{ account: "Office Supplies", amount }],
  });

test("a check pays a bill: it is in QuickBooks, and the bill goes to the Archive by what QuickBooks says", async () => {
  const billId = await linkedBill("CHECK-1");
  const paymentId = await pay(office, [{ billId, amount: "150.00" }], {
    refNumber: "1001",
    memo: "Thanks – Café",
  });
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "waiting", job: "waiting" });
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });

  const report = await office.run();
  expect(report).toMatchObject({ ok: true, writeMessages: 1 });
  const [check, ...more] = checks("1001");
  expect(more).toEqual([]);
  expect(check).toMatchObject({
    txnDate: "2026-11-20",
    fields: { Memo: "Thanks - Café", IsToBePrinted: "false" },
  });
  expect(settledBy(office.company.state, check?.txnId ?? "")).toMatchObject([
    { billId: await txnOf(billId), amount: 15000, discount: 0 },
  ]);
  expect(await paymentRecord(office, paymentId)).toMatchObject({
    state: "recorded",
    job: "done",
    txnId: check?.txnId,
  });
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  expect((await office.run()).writeMessages).toBe(0);
  expect(checks("1001")).toHaveLength(1);
});

test("a credit card pays several bills of one vendor in one payment, whether or not it touches them", async () => {
  const bills = [await linkedBill("CARD-1"), await linkedBill("CARD-2")];
  office.company.switches.payingTouchesBill = false;
  const paymentId = await pay(
    office,
    bills.map((billId) => ({ billId, amount: "150.00" })),
    { method: "credit_card", refNumber: "" },
  );
  await office.run();
  const { txnId } = await paymentRecord(office, paymentId);
  const charge = office.company.txn(txnId ?? "", "BillPaymentCreditCard");
  expect(settledBy(office.company.state, charge.txnId)).toHaveLength(2);
  for (const billId of bills) expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  office.company.switches.payingTouchesBill = true;
});

test("partly, then the rest: recorded together they go one after the other, in one run", async () => {
  const billId = await linkedBill("PART-1");
  const first = await pay(office, [{ billId, amount: "50.00" }]);
  const rest = await pay(office, [{ billId, amount: "100.00" }], { refNumber: "", isToBePrinted: true });
  await expect(pay(office, [{ billId, amount: "0.01" }])).rejects.toMatchObject({ code: "invalid" });
  const report = await office.run();
  expect(report.writeMessages).toBe(2);
  for (const id of [first, rest])
    expect(await paymentRecord(office, id)).toMatchObject({ state: "recorded" });
  const { txnId } = await paymentRecord(office, rest);
  expect(office.company.txn(txnId ?? "", "BillPaymentCheck").fields).toMatchObject({ IsToBePrinted: "true" });
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
});

test("a part leaves the bill open with the rest, which can be paid later", async () => {
  const billId = await linkedBill("PART-2");
  await pay(office, [{ billId, amount: "40.00" }]);
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
  expect(await openOf(office, billId)).toBe("110.00");
  await pay(office, [{ billId, amount: "110.00" }]);
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
});

test("a discount settles what is not paid, on its account", async () => {
  const billId = await linkedBill("DISC-1");
  const discountAccountId = await ledgerId(office, "accounts", "Office Supplies");
  const paymentId = await pay(office, [
    { billId, amount: "147.00", discountAmount: "3.00", discountAccountId },
  ]);
  await office.run();
  const { txnId } = await paymentRecord(office, paymentId);
  expect(settledBy(office.company.state, txnId ?? "")).toMatchObject([{ amount: 14700, discount: 300 }]);
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
});

describe("vendor credits", () => {
  test("a part of a credit is set off beside a check; the rest of it stays open", async () => {
    const billId = await linkedBill("CRED-1");
    const credit = enterCredit("VC-1", "60.00");
    await office.run();
    const { id: creditId, open } = await creditOf(office, credit.txnId);
    expect(open).toBe("60.00");
    await pay(office, [{ billId, amount: "125.00", credits: [{ creditId, amount: "25.00" }] }]);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    expect(await creditOf(office, credit.txnId)).toMatchObject({ open: "35.00" });
    expect(settledBy(office.company.state, credit.txnId)).toMatchObject([{ amount: 2500 }]);
  });

  test("a payment of credits alone makes no transaction, and the bill is settled all the same", async () => {
    const billId = await linkedBill("CRED-2");
    const credit = enterCredit("VC-2", "200.00");
    await office.run();
    const { id: creditId } = await creditOf(office, credit.txnId);
    const before = office.company.txns("BillPaymentCheck").length;
    const paymentId = await pay(office, [{ billId, credits: [{ creditId, amount: "150.00" }] }], {
      refNumber: "",
    });
    await office.run();
    expect(office.company.txns("BillPaymentCheck")).toHaveLength(before);
    expect(await paymentRecord(office, paymentId)).toMatchObject({
      state: "recorded",
      job: "done",
      txnId: null,
    });
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    expect(await creditOf(office, credit.txnId)).toMatchObject({ open: "50.00" });
  });

  test("a credit changed or deleted in QuickBooks is known, and its bill is open again", async () => {
    const billId = await linkedBill("CRED-3");
    office.company.switches.payingTouchesBill = false;
    const credit = office.company.payBill(await txnOf(billId), "150.00", "credit");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    office.company.deletePayment(credit.txnId);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
    office.company.switches.payingTouchesBill = true;
  });
});

describe("the bill and the payment meet", () => {
  test("a payment of a bill that is not in QuickBooks yet waits for it and follows in the same run", async () => {
    const billId = await approvedBill(office, { invoiceNumber: "WAIT-1" });
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    expect(await paymentRecord(office, paymentId)).toMatchObject({
      job: "blocked",
      reason: "Bill WAIT-1 is not in QuickBooks yet.",
    });
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded", attempts: 0 });
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  });

  test("a bill un-approved meanwhile holds its payment back, without an attempt; taken back it never goes", async () => {
    const billId = await linkedBill("UNAP-1");
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    await unapproveBill(office.admin, { billId, reason: "wrong" });
    expect((await office.run()).writeMessages).toBe(0);
    expect(await paymentRecord(office, paymentId)).toMatchObject({
      job: "blocked",
      attempts: 0,
      reason: "Bill UNAP-1 is not approved any more. The payment waits until it is approved again.",
    });
    await withdrawPayment(office.accountant, { paymentId });
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "withdrawn", job: "withdrawn" });
  });

  test("paid in QuickBooks meanwhile: refused once with clear words, the bill goes to the Archive, nothing is doubled", async () => {
    const billId = await linkedBill("MEAN-1");
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    office.company.payBill(await txnOf(billId));
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "waiting", attempts: 1 });
    const [error] = await openErrors(office);
    expect(error?.message).toContain("Bill MEAN-1 is already paid in QuickBooks.");
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({
      job: "blocked",
      reason: "Bill MEAN-1 is already paid in QuickBooks. Take the payment back.",
    });
    await withdrawPayment(office.accountant, { paymentId });
    expect(await openErrors(office)).toEqual([]);
  });

  test("refused three times it leaves the queue; put back it goes", async () => {
    const billId = await linkedBill("REF-1");
    const message = "The bank account cannot be used.";
    office.company.refuseNext({ request: "BillPaymentCheckAdd", count: 3, code: 3000, message });
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    for (const attempt of [1, 2, 3]) {
      await office.run();
      expect((await openErrors(office)).at(-1)).toEqual({ code: "3000", message, attempt });
    }
    expect(await paymentRecord(office, paymentId)).toMatchObject({ job: "removed", state: "waiting" });
    expect((await office.run()).writeMessages).toBe(0);
    await requeuePayment(office.accountant, { paymentId });
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded", job: "done" });
    expect(await openErrors(office)).toEqual([]);
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  });
});

describe("made in QuickBooks", () => {
  const found = (txnId: string) =>
    office.database.db.query.payments.findFirst({ where: (p, { eq }) => eq(p.txnId, txnId) });

  test.each([true, false])(
    "a payment is taken in and its bill moves (paying touches the bill: %s)",
    async (touches) => {
      const billId = await linkedBill(`QB-${touches}`);
      office.company.switches.payingTouchesBill = touches;
      const check = office.company.payBill(await txnOf(billId));
      await office.run();
      expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
      expect(await found(check.txnId)).toMatchObject({
        state: "recorded",
        amount: "150.00",
        enteredBy: null,
      });

      office.company.deletePayment(check.txnId);
      await office.run();
      expect(await found(check.txnId)).toMatchObject({ state: "deleted" });
      expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
      expect(await openOf(office, billId)).toBe("150.00");
      office.company.switches.payingTouchesBill = true;
    },
  );

  test("a payment whose date is lost stands on the day it was entered, and its bill is paid", async () => {
    const billId = await linkedBill("NO-DATE-1");
    const check = office.company.payBill(await txnOf(billId));
    check.txnDate = "0000-00-00";
    expect(await office.run()).toMatchObject({ ok: true });
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    expect((await found(check.txnId))?.date).toBe(check.timeCreated.slice(0, 10));
  });

  test("our payment voided there is said so, keeps its amount here, and its bill is open again", async () => {
    const billId = await linkedBill("VOID-1");
    office.company.switches.payingTouchesBill = false;
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    await office.run();
    const { txnId } = await paymentRecord(office, paymentId);
    office.company.voidPayment(txnId ?? "");
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "voided", amount: "150.00" });
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
    office.company.switches.payingTouchesBill = true;
  });
});

test("two people who pay the same bill at once do not pay it twice", async () => {
  const billId = await linkedBill("RACE-1");
  const inputs = [
    await paymentFor(office, [{ billId, amount: "150.00" }]),
    await paymentFor(office, [{ billId, amount: "150.00" }]),
  ];
  const outcomes = await Promise.allSettled([
    recordPayment(office.accountant, inputs[0] as (typeof inputs)[0] & object),
    recordPayment(office.admin, inputs[1] as (typeof inputs)[0] & object),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
