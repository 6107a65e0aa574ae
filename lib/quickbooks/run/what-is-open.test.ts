import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { connections } from "@/db/schema";
import { readBill } from "@/lib/bills/bill-views";
import { resolveConflict } from "@/lib/bills/resolve-conflict";
import { proposePayment } from "@/lib/payments/propose-payment";
import { approvedBill, correctMemo, recordOf } from "@/lib/testing/bill-story";
import { pay, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

/** A bill of ours that QuickBooks has, of 150.00: an expense of 100.00 and an item of 50.00. */
async function linkedBill(invoiceNumber: string): Promise<{ billId: string; txnId: string }> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  if (!txnId) throw new Error("the bill was not linked");
  return { billId, txnId };
}

/** What the pay form begins with. */
async function proposed(billId: string): Promise<string | undefined> {
  const { bills } = await proposePayment(office.accountant, { billIds: [billId] });
  return bills[0]?.open;
}

/** Pays what the form proposes; the bill must be settled by it. */
async function payAsProposed(billId: string): Promise<void> {
  const paymentId = await pay(office, [{ billId, amount: await proposed(billId) }]);
  await office.run();
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded" });
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
}

describe("QuickBooks changed the amount, and its version was kept", () => {
  test.each([
    ["more", "140.00", "190.00"],
    ["less", "70.00", "120.00"],
  ])("%s than was approved: what is open there is proposed, and it is paid", async (which, amount, open) => {
    const { billId, txnId } = await linkedBill(`KEPT-${which}`);
    await correctMemo(office, billId, "Corrected here");
    office.company.editBill(txnId, { amount });
    await office.run();
    const { link } = await readBill(office.accountant, { billId });
    await resolveConflict(office.accountant, {
      ...{ billId, keep: "quickbooks" as const, editSequence: link?.editSequence ?? "" },
    });
    await office.run();
    expect(await proposed(billId)).toBe(open);
    await payAsProposed(billId);
  });
});

test("the approved version was kept: its amount is proposed while it is on its way, and paid behind it", async () => {
  const { billId, txnId } = await linkedBill("KEPT-ours");
  office.company.editBill(txnId, { amount: "140.00" });
  await office.run();
  expect(await proposed(billId)).toBe("190.00");
  const { link } = await readBill(office.accountant, { billId });
  await resolveConflict(office.accountant, {
    ...{ billId, keep: "approved" as const, editSequence: link?.editSequence ?? "" },
  });
  expect(await proposed(billId)).toBe("150.00");
  await payAsProposed(billId);
});

test("what waits to be paid is taken off what is open there", async () => {
  const { billId, txnId } = await linkedBill("WAITS-1");
  office.company.editBill(txnId, { amount: "140.00" });
  office.company.payBill(txnId, "30.00");
  await office.run();
  await pay(office, [{ billId, amount: "60.00" }]);
  expect(await proposed(billId)).toBe("100.00");
  await payAsProposed(billId);
});

test("a bill taken over from QuickBooks and edited there is paid by what is open there", async () => {
  const vendor = Object.values(office.company.state.lists.Vendor).find((entry) => entry.isActive)?.name ?? "";
  await office.database.db.update(connections).set({ importBillsSince: "2026-09-01" });
  const { txnId } = office.company.enterBill({
    ...{ vendor, refNumber: "TYPED-1", txnDate: "2026-10-01" },
    lines: [{ account: "Office Supplies", amount: "75.00" }],
  });
  await office.run();
  const { rows } = await office.database.db.execute<{ billId: string }>(
    sql`select bill_id as "billId" from bill_links where txn_id = ${txnId}`,
  );
  const billId = rows[0]?.billId ?? "";
  office.company.editBill(txnId, { amount: "80.00" });
  await office.run();
  await payAsProposed(billId);
});

test("a QuickBooks that does not say what is open: it is what its links have not settled", async () => {
  office.company.switches.openAmountShown = false;
  const { billId, txnId } = await linkedBill("SILENT-1");
  office.company.editBill(txnId, { amount: "140.00" });
  office.company.payBill(txnId, "30.00");
  await office.run();
  expect(await proposed(billId)).toBe("160.00");
  await payAsProposed(billId);
  office.company.switches.openAmountShown = true;
});
