import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { settleMissingBills } from "@/lib/bills/add-again";
import { readBill } from "@/lib/bills/bill-views";
import { compareEverything } from "@/lib/quickbooks/connections/change-sync-settings";
import { approvedBill, openErrors, recordOf } from "@/lib/testing/bill-story";
import { creditOf, openOf, pay, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

async function linkedBill(invoiceNumber: string): Promise<{ billId: string; txnId: string }> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  if (!txnId) throw new Error("the bill was not linked");
  return { billId, txnId };
}

const codes = async () => (await openErrors(office)).map(({ code }) => code);
const leave = () =>
  settleMissingBills(office.accountant, { connectionId: office.connectionId, choice: "leave" });

/** Whether what is asked for is there but for its deletion, of which nobody knows any more. */
const forgetDeletions = () => office.company.state.deletedTxns.splice(0);

test.each(["check", "credit_card"] as const)(
  "a restore that lost only a payment by %s is noticed by the next run, and its bill is open again",
  async (method) => {
    const { billId } = await linkedBill(`LOST-${method}`);
    const backup = office.company.snapshot();
    const paymentId = await pay(office, [{ billId, amount: "150.00" }], { method });
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });

    office.company.restoreBackup(backup);
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "deleted", amount: "150.00" });
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
    expect(await openOf(office, billId)).toBe("150.00");
    expect(await codes()).toEqual(["restored-backup"]);
    const { timeline } = await readBill(office.accountant, { billId });
    expect(timeline.map(({ sentence }) => sentence)).toContain(
      "A payment of this bill is not in QuickBooks any more, and nobody deleted it there",
    );

    // It is said until somebody has seen it, and the payment can be made once more.
    await office.run();
    expect(await codes()).toEqual(["restored-backup"]);
    await leave();
    expect(await codes()).toEqual([]);
    await pay(office, [{ billId, amount: "150.00" }], { method });
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  },
);

test("a restore that lost a bill that was paid already is noticed, and so is its payment", async () => {
  const backup = office.company.snapshot();
  const { billId } = await linkedBill("PAID-LOST");
  const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
  await office.run();
  office.company.restoreBackup(backup);
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "deleted" });
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "deleted" });
  await leave();
});

test("a restore that took a credit off a bill again: both are open by what QuickBooks says", async () => {
  const { billId, txnId } = await linkedBill("CREDIT-BACK");
  const { vendorId } = await office.database.db.query.bills
    .findFirst({ where: (b, { eq }) => eq(b.id, billId) })
    .then((bill) => ({ vendorId: bill?.vendorId ?? "" }));
  const { rows } = await office.database.db.execute<{ name: string }>(
    sql`select name from vendors where id = ${vendorId}`,
  );
  const credit = office.company.enterCredit({
    ...{ vendor: rows[0]?.name ?? "", refNumber: "VC-1" },
    lines: [{ account: "Office Supplies", amount: "150.00" }],
  });
  await office.run();
  office.company.switches.payingTouchesBill = false;
  const backup = office.company.snapshot();
  const { id: creditId } = await creditOf(office, credit.txnId);
  await pay(office, [{ billId, credits: [{ creditId, amount: "150.00" }] }], { refNumber: "" });
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid", txnId });
  office.company.restoreBackup(backup);
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
  expect(await openOf(office, billId)).toBe("150.00");
  expect(await creditOf(office, credit.txnId)).toMatchObject({ open: "150.00" });
  office.company.switches.payingTouchesBill = true;
});

test("a credit that is gone without a trace is not offered any more", async () => {
  const vendor = Object.values(office.company.state.lists.Vendor).find((entry) => entry.isActive)?.name ?? "";
  const credit = office.company.enterCredit({
    ...{ vendor, refNumber: "VC-2" },
    lines: [{ account: "Office Supplies", amount: "20.00" }],
  });
  await office.run();
  office.company.deletePayment(credit.txnId);
  forgetDeletions();
  await office.run();
  expect(await creditOf(office, credit.txnId)).toMatchObject({ open: "0.00" });
  await office.run();
});

test("longer away than QuickBooks remembers deletions: old payments are compared as well", async () => {
  const { billId } = await linkedBill("OLD-1");
  const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
  await office.run();
  // Ten newer payments stand before it, so that no run asks for it by itself.
  for (let index = 0; index < 10; index += 1) {
    const { billId: other } = await linkedBill(`NEWER-${index}`);
    await pay(office, [{ billId: other, amount: "1.00" }]);
  }
  await office.run();
  const { txnId } = await paymentRecord(office, paymentId);
  office.company.deletePayment(txnId ?? "");
  forgetDeletions();
  await office.database.db.execute(sql`update payments set seen_at = now() - interval '1 day'`);
  await office.run();
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded" });

  await compareEverything(office.accountant, { connectionId: office.connectionId });
  await office.run();
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "deleted" });
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
  const left = await office.database.db.execute(sql`select 1 from payments where needs_fetch`);
  expect(left.rows).toEqual([]);
  await leave();
});
