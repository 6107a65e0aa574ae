import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addBillAgain } from "@/lib/bills/add-again";
import { readBill } from "@/lib/bills/bill-views";
import { keepBill, removeBill } from "@/lib/bills/remove-bill";
import { resolveConflict } from "@/lib/bills/resolve-conflict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import {
  approveAs,
  approvedBill,
  billFor,
  correctMemo,
  ledgerId,
  openErrors,
  recordOf,
} from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

const byNumber = (number: string) => office.company.txns().filter((txn) => txn.fields.RefNumber === number);

/** A bill of ours that QuickBooks has. */
async function linkedBill(invoiceNumber: string, change: Parameters<typeof approvedBill>[1] = {}) {
  const billId = await approvedBill(office, { invoiceNumber, ...change });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  if (!txnId) throw new Error("the bill was not linked");
  return { billId, txnId };
}

const shown = (billId: string) => readBill(office.accountant, { billId });

describe("both sides changed the bill", () => {
  test.each(["approved", "quickbooks"] as const)(
    "nothing is sent until somebody chooses: %s",
    async (keep) => {
      const { billId, txnId } = await linkedBill(`CLASH-${keep}`);
      await correctMemo(office, billId, "Corrected here");
      office.company.editBill(txnId, { amount: "111.00" });
      await office.run();
      await office.run();
      expect(await recordOf(office, billId)).toMatchObject({
        state: "approved",
        job: "blocked",
        attempts: 0,
      });
      expect(office.company.txn(txnId).expenseLines[0]?.fields.Amount).toBe("111.00");
      const [error] = await openErrors(office);
      expect(error).toMatchObject({ code: "3200", attempt: null });
      expect(error?.message).toContain("100.00 → 111.00");

      const { link } = await shown(billId);
      expect(link?.differs).toBe(true);
      await resolveConflict(office.accountant, { billId, keep, editSequence: link?.editSequence ?? "" });
      await office.run();
      expect(await openErrors(office)).toEqual([]);
      const there = office.company.txn(txnId);
      expect(there.expenseLines[0]?.fields.Amount).toBe(keep === "approved" ? "100.00" : "111.00");
      expect(there.fields.Memo).toBe(keep === "approved" ? "Corrected here" : "Café & crème, 20% off");
      expect((await shown(billId)).link?.differs).toBe(keep === "quickbooks");
    },
  );

  test("a choice about a version that is not the one in QuickBooks any more is refused", async () => {
    const { billId, txnId } = await linkedBill("CLASH-LATE");
    office.company.editBill(txnId, { memo: "First" });
    await office.run();
    const { link } = await shown(billId);
    office.company.editBill(txnId, { memo: "Second" });
    await office.run();
    const choice = resolveConflict(office.accountant, {
      ...{ billId, keep: "approved" as const, editSequence: link?.editSequence ?? "" },
    });
    await expect(choice).rejects.toMatchObject({ code: "bill-changed" });
  });

  test("what the approvers saw in QuickBooks is written over as they approved it", async () => {
    const { billId, txnId } = await linkedBill("SEEN-1");
    office.company.editBill(txnId, { amount: "120.00" });
    await office.run();
    await correctMemo(office, billId, "Approved with the change in sight");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
    expect(office.company.txn(txnId).expenseLines[0]?.fields.Amount).toBe("100.00");
    expect(byNumber("SEEN-1")).toHaveLength(1);
  });

  test("un-approved and approved again unchanged, nothing is sent", async () => {
    const { billId } = await linkedBill("SAME-1");
    await unapproveBill(office.accountant, { billId, reason: "A second look" });
    await submitBill(office.accountant, { billId });
    await approveAs(office, office.ann, billId);
    await approveAs(office, office.bob, billId);
    expect((await office.run()).writeMessages).toBe(0);
    expect((await shown(billId)).sync.kind).toBe("linked");
  });
});

describe("void and delete", () => {
  test.each([
    ["void", "voided"],
    ["delete", "deleted"],
  ] as const)("%s: done in QuickBooks, then in the Archive", async (how, state) => {
    const { billId, txnId } = await linkedBill(`GONE-${how}`);
    await removeBill(office.accountant, { billId, how, reason: "Entered twice" });
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved", job: "waiting" });
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state, job: "done" });
    const there = office.company.state.txns[txnId];
    expect(there && office.company.total(there)).toBe(how === "void" ? "0.00" : undefined);

    await addBillAgain(office.accountant, { billId });
    await office.run();
    const again = await recordOf(office, billId);
    expect(again).toMatchObject({ state: "approved", job: "done" });
    expect(again.txnId).not.toBe(txnId);
    expect(byNumber(`GONE-${how}`)).toHaveLength(how === "void" ? 2 : 1);
  });

  test("the order is taken back before the run: the bill stands", async () => {
    const { billId, txnId } = await linkedBill("STAYS-1");
    await removeBill(office.accountant, { billId, how: "delete", reason: "A mistake" });
    await expect(unapproveBill(office.accountant, { billId, reason: "x" })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await keepBill(office.accountant, { billId });
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
    expect(office.company.txn(txnId)).toBeDefined();
  });

  test("a bill that something is paid on is not taken out: not here, and held back when it is paid there", async () => {
    const { billId, txnId } = await linkedBill("PAIDON-1");
    await removeBill(office.accountant, { billId, how: "void", reason: "A mistake" });
    office.company.payBill(txnId, "10.00");
    // The order goes before the bills are read, and QuickBooks refuses it; from then on it is held back.
    await office.run();
    await office.run();
    const held = await recordOf(office, billId);
    expect(held).toMatchObject({ state: "approved", job: "blocked", attempts: 1 });
    await keepBill(office.accountant, { billId });
    await expect(
      removeBill(office.accountant, { billId, how: "void", reason: "Again" }),
    ).rejects.toMatchObject({
      code: "wrong-state",
    });
  });

  test("a bill in a closed period is not taken out: not here, and held back when it is closed there", async () => {
    const { billId, txnId } = await linkedBill("CLOSED-1");
    await removeBill(office.accountant, { billId, how: "void", reason: "A mistake" });
    office.company.setClosingDate("2026-11-30");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({
      ...{ state: "approved", job: "blocked", attempts: 0 },
      reason: expect.stringContaining("closed up to 2026-11-30"),
    });
    await keepBill(office.accountant, { billId });
    await expect(
      removeBill(office.accountant, { billId, how: "delete", reason: "Again" }),
    ).rejects.toMatchObject({ code: "wrong-state" });

    office.company.setClosingDate(undefined);
    await office.run();
    await removeBill(office.accountant, { billId, how: "void", reason: "Reopened" });
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "voided", attempts: 0 });
    expect(office.company.txn(txnId).voided).toBe(true);
  });

  test("a bill that never went to QuickBooks goes to the Archive at once", async () => {
    const billId = await approvedBill(office, { invoiceNumber: "NEVER-1" });
    await removeBill(office.accountant, { billId, how: "void", reason: "Not ours" });
    expect(await recordOf(office, billId)).toMatchObject({ state: "voided", job: "withdrawn" });
    await office.run();
    expect(byNumber("NEVER-1")).toEqual([]);
  });

  test("deleted there by somebody else in the meantime is as good", async () => {
    const { billId, txnId } = await linkedBill("TWICE-1");
    await removeBill(office.accountant, { billId, how: "delete", reason: "Entered twice" });
    office.company.deleteBill(txnId);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "deleted", job: "done" });
    expect(await openErrors(office)).toEqual([]);
  });
});

describe("entries of lists", () => {
  test("a vendor merged into another: bills follow, nothing counts as changed", async () => {
    const loser = office.company.addVendor("Old Lumber Co");
    const winner = office.company.addVendor("New Lumber Co");
    await office.run();
    const vendorId = await ledgerId(office, "vendors", "Old Lumber Co");
    const { billId } = await linkedBill("MERGE-1", { vendorId });
    const { billId: draft } = await saveBill(
      office.clerk,
      await billFor(office, { vendorId, invoiceNumber: "MERGE-2" }),
    );
    office.company.mergeVendors(loser.listId, winner.listId);
    await office.run();

    const survivor = await ledgerId(office, "vendors", "New Lumber Co");
    for (const id of [billId, draft]) expect((await shown(id)).content.vendor?.id).toBe(survivor);
    const view = await shown(billId);
    expect(view.link?.differs).toBe(false);
    expect(view.timeline.map(({ name }) => name)).toContain("bill.merged");
    expect(view.timeline.map(({ name }) => name)).not.toContain("bill.changed-in-quickbooks");
  });

  test("an account made inactive while a bill waits: held back without an attempt, and sent once it is active", async () => {
    const accountId = await ledgerId(office, "accounts");
    const account = await office.database.db.execute<{ name: string }>(
      sql`select full_name as name from accounts where id = ${accountId}`,
    );
    const name = account.rows[0]?.name ?? "";
    const billId = await approvedBill(office, { invoiceNumber: "INACTIVE-1" });
    office.company.makeInactive("Account", name);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "blocked", attempts: 0 });
    expect((await recordOf(office, billId)).reason).toContain("inactive");
    office.company.makeInactive("Account", name, true);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  });
});
