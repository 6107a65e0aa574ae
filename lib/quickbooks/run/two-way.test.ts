import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "@/e2e/quickbooks/company/references";
import { readBill } from "@/lib/bills/bill-views";
import { requeueBill } from "@/lib/bills/requeue-bill";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { createVendor } from "@/lib/ledger/create-vendor";
import {
  approveAs,
  approvedBill,
  askAnnThenBob,
  billFor,
  correctMemo,
  ledgerId,
  openErrors,
  recordOf,
  versionOf,
} from "@/lib/testing/bill-story";
import { DRIVERS } from "@/lib/testing/database";
import { type Office, openOffice } from "@/lib/testing/office";

let office: Office;

describe.each(DRIVERS)("on the %s driver", (driver) => {
  beforeAll(async () => {
    office = await openOffice({ driver });
    await askAnnThenBob(office);
    const first = await office.run();
    expect(first).toMatchObject({ ok: true, error: undefined });
  });
  afterAll(() => office.close());

  test("an approved bill is in QuickBooks field by field, once", async () => {
    const vendorId = await ledgerId(office, "vendors");
    const billId = await approvedBill(office, { invoiceNumber: "FIELD-1", vendorId });
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved", job: "waiting", txnId: null });

    const report = await office.run();
    expect(report).toMatchObject({ ok: true, writeMessages: 1 });
    const record = await recordOf(office, billId);
    expect(record).toMatchObject({ state: "approved", job: "done" });
    const bill = office.company.txn(record.txnId ?? "");
    expect(bill.fields).toMatchObject({
      RefNumber: "FIELD-1",
      Memo: "Café & crème, 20% off",
      DueDate: "2026-12-02",
    });
    expect(bill.txnDate).toBe("2026-11-02");
    expect(bill.expenseLines.map((line) => [line.fields.Amount, line.fields.Memo])).toEqual([
      ["100.00", "Site clean-up"],
    ]);
    expect(
      bill.itemLines.map((line) => [line.fields.Quantity, line.fields.Cost, line.fields.Amount]),
    ).toEqual([["4", "12.5", "50.00"]]);
    expect(office.company.total(bill)).toBe("150.00");
    expect(office.company.entry("Vendor", idOf(bill.fields.VendorRef) ?? "").name).toBeTruthy();

    const again = await office.run();
    expect(again.writeMessages).toBe(0);
    expect(office.company.txns().filter((txn) => txn.fields.RefNumber === "FIELD-1")).toHaveLength(1);
  });

  test("a number and a memo with dashes that QuickBooks does not have go with plain ones", async () => {
    const [copied, memo] = ["INV\u20112026\u22127", "Rate \u2212 5 \u2011 net"];
    const billId = await approvedBill(office, { invoiceNumber: copied, memo });
    await office.run();
    const record = await recordOf(office, billId);
    expect(record).toMatchObject({ job: "done", attempts: 0 });
    const { fields } = office.company.txn(record.txnId ?? "");
    expect([fields.RefNumber, fields.Memo]).toEqual(["INV-2026-7", "Rate - 5 - net"]);
    const { content, link } = await readBill(office.accountant, { billId });
    expect(link?.differs).toBe(false);
    // What was signed stays as it was signed.
    expect(content.invoiceNumber).toBe(copied);
    await correctMemo(office, billId, memo);
    expect((await office.run()).writeMessages).toBe(0);
  });

  test("refused in three runs: three sync errors in QuickBooks' words, out of the queue, back by the link button", async () => {
    const words =
      "There was an error when saving a Bill. QuickBooks error message: The posting account is invalid.";
    office.company.refuseNext({ request: "BillAdd", count: 3, code: 3210, message: words });
    const billId = await approvedBill(office, { invoiceNumber: "REFUSED-1" });
    for (const attempt of [1, 2, 3]) {
      await office.run();
      expect(await openErrors(office)).toHaveLength(attempt);
      expect((await openErrors(office)).at(-1)).toEqual({ code: "3210", message: words, attempt });
    }
    expect(await recordOf(office, billId)).toMatchObject({ job: "removed", attempts: 3, txnId: null });
    expect((await office.run()).writeMessages).toBe(0);

    await requeueBill(office.accountant, { billId });
    expect(await recordOf(office, billId)).toMatchObject({ job: "waiting", attempts: 0 });
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
    expect(await openErrors(office)).toEqual([]);
  });

  test("un-approved, changed, approved again: one bill in QuickBooks, with the change", async () => {
    const input = await billFor(office, { invoiceNumber: "CHANGE-1" });
    const billId = await approvedBill(office, input);
    await office.run();
    const { txnId } = await recordOf(office, billId);
    const before = office.company.txn(txnId ?? "");
    const lineIds = [before.expenseLines[0]?.txnLineId, before.itemLines[0]?.txnLineId];

    await expect(unapproveBill(office.clerk, { billId, reason: "wrong amount" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await unapproveBill(office.accountant, { billId, reason: "wrong amount" });
    const lines = await office.database.db.query.billLines.findMany({
      where: (l, { eq }) => eq(l.billId, billId),
      orderBy: (l, { asc }) => asc(l.position),
    });
    await saveBill(office.accountant, {
      ...input,
      billId,
      version: await versionOf(office, billId),
      amount: "175.00",
      lines: input.lines.map((line, index) => ({
        ...line,
        id: lines[index]?.id ?? null,
        ...(index === 0 ? { amount: "125.00" } : {}),
      })),
    });
    await submitBill(office.accountant, { billId });
    await approveAs(office, office.ann, billId);
    await approveAs(office, office.bob, billId);
    const report = await office.run();
    expect(report.requests.filter((request) => request.includes("<BillModRq"))).toHaveLength(1);
    const after = office.company.txn(txnId ?? "");
    expect(office.company.total(after)).toBe("175.00");
    expect([after.expenseLines[0]?.txnLineId, after.itemLines[0]?.txnLineId]).toEqual(lineIds);
    expect(office.company.txns().filter((txn) => txn.fields.RefNumber === "CHANGE-1")).toHaveLength(1);
    const signatures = await office.database.db.query.billSignatures.findMany({
      where: (s, { eq }) => eq(s.billId, billId),
    });
    expect(signatures.map((s) => s.round).sort()).toEqual([1, 1, 2, 2]);
  });

  test.each([true, false])(
    "paid in QuickBooks: to the Archive (paying touches the bill: %s)",
    async (touches) => {
      const billId = await approvedBill(office, { invoiceNumber: `PAID-${touches}` });
      await office.run();
      const { txnId } = await recordOf(office, billId);
      office.company.switches.payingTouchesBill = touches;
      office.company.payBill(txnId ?? "", "50.00");
      await office.run();
      expect(await recordOf(office, billId)).toMatchObject({ state: "approved", isPaid: false });
      const rest = office.company.payBill(txnId ?? "");
      await office.run();
      expect(await recordOf(office, billId)).toMatchObject({ state: "paid", isPaid: true });
      if (touches) {
        office.company.deletePayment(rest.txnId);
        await office.run();
        expect(await recordOf(office, billId)).toMatchObject({ state: "approved", isPaid: false });
      }
      office.company.switches.payingTouchesBill = true;
    },
  );

  test("a vendor entered here goes first; its bill waits for it without an attempt", async () => {
    const { vendorId } = await createVendor(office.clerk, {
      connectionId: office.connectionId,
      name: "Nöw & Then Supply",
    });
    const billId = await approvedBill(office, { invoiceNumber: "NEWV-1", vendorId });
    expect(await recordOf(office, billId)).toMatchObject({ job: "blocked" });
    const report = await office.run();
    expect(report.ok).toBe(true);
    const record = await recordOf(office, billId);
    expect(record).toMatchObject({ job: "done", attempts: 0 });
    expect(office.company.entry("Vendor", "Nöw & Then Supply").isActive).toBe(true);
  });

  test("a vendor that QuickBooks already has under that name is linked, not doubled", async () => {
    const { vendorId } = await createVendor(office.clerk, {
      connectionId: office.connectionId,
      name: "Twice Told",
    });
    const billId = await approvedBill(office, { invoiceNumber: "TWICE-1", vendorId });
    office.company.addVendor("Twice Told");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
    const vendors = Object.values(office.company.state.lists.Vendor).filter(
      (vendor) => vendor.name === "Twice Told",
    );
    expect(vendors).toHaveLength(1);
  });

  test("deleted in QuickBooks is said so; the approval stays", async () => {
    const billId = await approvedBill(office, { invoiceNumber: "GONE-1" });
    await office.run();
    const { txnId } = await recordOf(office, billId);
    office.company.deleteBill(txnId ?? "");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "deleted" });
  });

  test("a change of EditSequence that touches nothing of ours goes again in the same run, without an attempt", async () => {
    const input = await billFor(office, { invoiceNumber: "STALE-1" });
    const billId = await approvedBill(office, input);
    await office.run();
    const { txnId } = await recordOf(office, billId);
    await unapproveBill(office.admin, { billId, reason: "memo" });
    await saveBill(office.admin, {
      ...input,
      billId,
      version: await versionOf(office, billId),
      memo: "new memo",
    });
    await submitBill(office.admin, { billId });
    await approveAs(office, office.ann, billId);
    await approveAs(office, office.bob, billId);
    office.company.payBill(txnId ?? "", "10.00");
    const report = await office.run();
    expect(report.ok).toBe(true);
    expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
    expect(office.company.txn(txnId ?? "").fields.Memo).toBe("new memo");
  });
});
