import { expect } from "vitest";
import { settlementsOf } from "@/e2e/quickbooks/company/settlements";
import { removePayment } from "@/lib/payments/remove-payment";
import { approvedBill, ledgerId, recordOf } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import { creditOf, pay, paymentRecord } from "@/lib/testing/payment-story";
import { numbered, only, type PushScenario } from "./push-scenario";

/** A linked bill of 150.00, and its TxnID. */
async function linkedBill(office: Office, key: string): Promise<{ billId: string; txnId: string }> {
  const billId = await approvedBill(office, { invoiceNumber: key });
  await office.run();
  return { billId, txnId: only(numbered(office, key), key).txnId };
}

const settled = (office: Office, txnId: string) =>
  settlementsOf(office.company.state, txnId).map(({ amount, discount }) => [amount, discount]);

/** What settles the bill stands there once, under the TxnID that we know. */
async function expectPayment(office: Office, paymentId: string, billTxnId: string): Promise<void> {
  const record = await paymentRecord(office, paymentId);
  expect(record).toMatchObject({ state: "recorded", job: "done", attempts: 0 });
  const by = settlementsOf(office.company.state, billTxnId).map((one) => one.byTxnId);
  expect(by).toEqual([record.txnId]);
}

export const checkAdd: PushScenario = {
  name: "payment.check",
  operation: "payment.check",
  marker: "<BillPaymentCheckAddRq",
  async prepare(office, key) {
    const one = await linkedBill(office, `${key}A`);
    const two = await linkedBill(office, `${key}B`);
    const discountAccountId = await ledgerId(office, "accounts", "Interest Expense");
    const discounted = { billId: one.billId, amount: "147.00", discountAmount: "3.00", discountAccountId };
    const paymentId = await pay(office, [discounted, { billId: two.billId, amount: "50.00" }], {
      memo: `paid ${key}`,
    });
    return async () => {
      const checks = office.company
        .txns("BillPaymentCheck")
        .filter((txn) => txn.fields.Memo === `paid ${key}`);
      expect(only(checks, key).txnId).toBe((await paymentRecord(office, paymentId)).txnId);
      expect([settled(office, one.txnId), settled(office, two.txnId)]).toEqual([[[14700, 300]], [[5000, 0]]]);
      await expectPayment(office, paymentId, one.txnId);
      expect(await recordOf(office, one.billId)).toMatchObject({ state: "paid" });
      expect(await recordOf(office, two.billId)).toMatchObject({ state: "approved", isPaid: false });
    };
  },
};

export const cardAdd: PushScenario = {
  name: "payment.credit-card",
  operation: "payment.credit-card",
  marker: "<BillPaymentCreditCardAddRq",
  async prepare(office, key) {
    const { billId, txnId } = await linkedBill(office, key);
    const paymentId = await pay(office, [{ billId, amount: "150.00" }], {
      ...{ method: "credit_card", refNumber: "", memo: `paid ${key}` },
    });
    return async () => {
      const charges = office.company.txns("BillPaymentCreditCard");
      only(
        charges.filter((txn) => txn.fields.Memo === `paid ${key}`),
        key,
      );
      expect(settled(office, txnId)).toEqual([[15000, 0]]);
      await expectPayment(office, paymentId, txnId);
      expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    };
  },
};

export const creditsAlone: PushScenario = {
  name: "payment of credits alone",
  operation: "payment.check",
  marker: "<BillPaymentCheckAddRq",
  async prepare(office, key) {
    const { billId, txnId } = await linkedBill(office, key);
    const vendor = office.company.txn(txnId).fields.VendorRef as { ListID: string };
    const credit = office.company.enterCredit({
      ...{ vendor: vendor.ListID, refNumber: key },
      lines: [{ account: "Rent", amount: "60.00" }],
    });
    await office.run();
    const { id: creditId } = await creditOf(office, credit.txnId);
    const credits = [{ creditId, amount: "60.00" }];
    const paymentId = await pay(office, [{ billId, amount: "0.00", credits }], { refNumber: "" });
    return async () => {
      expect(settled(office, txnId)).toEqual([[6000, 0]]);
      const record = await paymentRecord(office, paymentId);
      expect(record).toMatchObject({ state: "recorded", job: "done", attempts: 0, txnId: null });
      expect(await recordOf(office, billId)).toMatchObject({ state: "approved", isPaid: false });
    };
  },
};

const paymentRemoval = (how: "void" | "delete"): PushScenario => ({
  name: `removal, ${how} a payment`,
  operation: "removal",
  marker: how === "void" ? "<TxnVoidRq" : "<TxnDelRq",
  async prepare(office, key) {
    const { billId, txnId } = await linkedBill(office, key);
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    await office.run();
    const payment = await paymentRecord(office, paymentId);
    await removePayment(office.accountant, { paymentId, how, reason: "Paid the wrong bill" });
    return async () => {
      expect(settled(office, txnId)).toEqual([]);
      const left = office.company.txns("BillPaymentCheck").filter((txn) => txn.txnId === payment.txnId);
      expect(left).toHaveLength(how === "void" ? 1 : 0);
      const state = how === "void" ? "voided" : "deleted";
      expect(await paymentRecord(office, paymentId)).toMatchObject({ state, job: "done", attempts: 0 });
      expect(await recordOf(office, billId)).toMatchObject({ state: "approved", isPaid: false });
    };
  },
});

export const paymentRemovals: PushScenario[] = [paymentRemoval("void"), paymentRemoval("delete")];
