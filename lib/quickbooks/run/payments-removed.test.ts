import { expect, test } from "vitest";
import { settlementsOf } from "@/e2e/quickbooks/company/settlements";
import { readPayment } from "@/lib/payments/payment-view";
import { keepPayment, removePayment } from "@/lib/payments/remove-payment";
import { approvedBill, openErrors, recordOf } from "@/lib/testing/bill-story";
import { creditOf, openOf, pay, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice({ silentAfterSeconds: 0 });

/** A bill of 150.00 that one of our checks has paid. */
async function paidBill(invoiceNumber: string) {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
  await office.run();
  const { txnId } = await paymentRecord(office, paymentId);
  return { billId, paymentId, txnId: txnId ?? "", billTxnId: (await recordOf(office, billId)).txnId ?? "" };
}

test.each([
  ["void", "voided"],
  ["delete", "deleted"],
] as const)("an order to %s a payment is carried out, and its bill is open again", async (how, state) => {
  const { billId, paymentId, billTxnId } = await paidBill(`GONE-${how}`);
  office.company.switches.payingTouchesBill = false;
  await removePayment(office.accountant, { paymentId, how, reason: "Paid the wrong bill" });
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  await office.run();
  expect(await paymentRecord(office, paymentId)).toMatchObject({
    state,
    job: "done",
    removal: null,
    amount: "150.00",
  });
  expect(settlementsOf(office.company.state, billTxnId)).toEqual([]);
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
  expect(await openOf(office, billId)).toBe("150.00");
  office.company.switches.payingTouchesBill = true;

  // What is open again can be paid again.
  await pay(office, [{ billId, amount: "150.00" }]);
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
});

test("an order whose answer was lost is done once, whichever way it went", async () => {
  const { billId, paymentId } = await paidBill("LOST-1");
  await removePayment(office.accountant, { paymentId, how: "void", reason: "Twice" });
  const cut = await office.run({
    hooks: {
      afterCall(step, context) {
        if (step === "ProcessRequest" && context.xml?.includes("<TxnVoidRq")) throw new Error("power cut");
      },
    },
  });
  expect(cut.error?.code).toBe("crash");
  await office.run();
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "voided", attempts: 0 });
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
  expect(await openErrors(office)).toEqual([]);
});

test("an order taken back before the run leaves the payment as it is", async () => {
  const { billId, paymentId, txnId } = await paidBill("KEEP-1");
  await removePayment(office.accountant, { paymentId, how: "delete", reason: "A mistake" });
  await expect(
    removePayment(office.accountant, { paymentId, how: "void", reason: "Again" }),
  ).rejects.toMatchObject({ code: "wrong-state" });
  await keepPayment(office.accountant, { paymentId });
  expect((await office.run()).writeMessages).toBe(0);
  expect(office.company.state.txns[txnId]).toBeDefined();
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  expect((await readPayment(office.accountant, { paymentId })).timeline.map(({ name }) => name)).toEqual([
    "payment.removal-withdrawn",
    "payment.removal-ordered",
    "payment.linked",
    "payment.recorded",
  ]);
});

test("what cannot be removed from here says so: made in QuickBooks, credits alone, closed books", async () => {
  const order = { how: "void", reason: "No" } as const;
  const { billId, paymentId } = await paidBill("CLOSED-1");
  office.company.setClosingDate("2026-11-20");
  await office.run();
  await expect(removePayment(office.admin, { paymentId, ...order })).rejects.toMatchObject({
    code: "invalid",
  });
  office.company.setClosingDate(undefined);
  await office.run();

  const theirs = await approvedBill(office, { invoiceNumber: "THEIRS-1" });
  await office.run();
  const check = office.company.payBill((await recordOf(office, theirs)).txnId ?? "");
  await office.run();
  const made = await office.database.db.query.payments.findFirst({
    where: (p, { eq }) => eq(p.txnId, check.txnId),
  });
  await expect(removePayment(office.admin, { paymentId: made?.id ?? "", ...order })).rejects.toMatchObject({
    code: "wrong-state",
  });

  const vendor = office.company.txn((await recordOf(office, billId)).txnId ?? "").fields.VendorRef as {
    ListID: string;
  };
  const credit = office.company.enterCredit({
    vendor: vendor.ListID,
    lines: [{ account: "Office Supplies", amount: "150.00" }],
  });
  const settled = await approvedBill(office, { invoiceNumber: "ALONE-1" });
  await office.run();
  const credits = [{ creditId: (await creditOf(office, credit.txnId)).id, amount: "150.00" }];
  const alone = await pay(office, [{ billId: settled, credits }], { refNumber: "" });
  await office.run();
  await expect(removePayment(office.admin, { paymentId: alone, ...order })).rejects.toMatchObject({
    code: "wrong-state",
  });
});
