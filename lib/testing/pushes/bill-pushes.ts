import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { removeBill } from "@/lib/bills/remove-bill";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { approveAs, approvedBill, billFor, recordOf, versionOf } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import { expectLinked, numbered, only, type PushScenario } from "./push-scenario";

export const billAdd: PushScenario = {
  name: "bill.add",
  operation: "bill.add",
  marker: "<BillAddRq",
  async prepare(office, key) {
    const billId = await approvedBill(office, { invoiceNumber: key });
    return async () => {
      const bill = only(numbered(office, key), key);
      expect(office.company.total(bill)).toBe("150.00");
      expect([bill.expenseLines.length, bill.itemLines.length]).toEqual([1, 1]);
      await expectLinked(office, billId, bill);
    };
  },
};

/** Un-approves a linked bill, gives it another memo and a line more, and approves it again. */
async function changeBill(office: Office, billId: string, key: string): Promise<void> {
  const before = await billFor(office);
  await unapproveBill(office.admin, { billId, reason: "one line was missing" });
  const kept = await office.database.db.execute<{ id: string; kind: "expense" | "item" }>(
    sql`select id, kind from bill_lines where bill_id = ${billId} order by position`,
  );
  const lines = before.lines.map((line) => ({
    ...line,
    id: kept.rows.find((row) => row.kind === line.kind)?.id ?? null,
  }));
  const [expense] = lines;
  if (!expense) throw new Error("the bill has no line");
  const added = { ...expense, id: null, description: "Hauling", amount: "25.00" };
  await saveBill(office.admin, {
    ...before,
    billId,
    version: await versionOf(office, billId),
    invoiceNumber: key,
    memo: `changed ${key}`,
    amount: "175.00",
    lines: [...lines, added],
  });
  await submitBill(office.admin, { billId });
  await approveAs(office, office.ann, billId);
  await approveAs(office, office.bob, billId);
}

export const billMod: PushScenario = {
  name: "bill.mod",
  operation: "bill.mod",
  marker: "<BillModRq",
  async prepare(office, key) {
    const billId = await approvedBill(office, { invoiceNumber: key });
    await office.run();
    const first = only(numbered(office, key), key);
    const keptLines = [...first.expenseLines, ...first.itemLines].map((line) => line.txnLineId);
    await changeBill(office, billId, key);
    return async () => {
      const bill = only(numbered(office, key), key);
      expect(bill.txnId).toBe(first.txnId);
      expect(bill.fields.Memo).toBe(`changed ${key}`);
      expect(office.company.total(bill)).toBe("175.00");
      const lines = [...bill.expenseLines, ...bill.itemLines].map((line) => line.txnLineId);
      expect(lines).toEqual(expect.arrayContaining(keptLines));
      expect(lines).toHaveLength(3);
      await expectLinked(office, billId, bill);
    };
  },
};

const billRemoval = (how: "void" | "delete"): PushScenario => ({
  name: `removal, ${how} a bill`,
  operation: "removal",
  marker: how === "void" ? "<TxnVoidRq" : "<TxnDelRq",
  async prepare(office, key) {
    const billId = await approvedBill(office, { invoiceNumber: key });
    await office.run();
    const { txnId } = only(numbered(office, key), key);
    await removeBill(office.accountant, { billId, how, reason: "Entered twice" });
    return async () => {
      const left = numbered(office, key);
      if (how === "delete") expect(left).toEqual([]);
      else expect([only(left, key).voided, office.company.total(only(left, key))]).toEqual([true, "0.00"]);
      expect(office.company.state.deletedTxns.filter((one) => one.txnId === txnId)).toHaveLength(
        how === "delete" ? 1 : 0,
      );
      const state = how === "void" ? "voided" : "deleted";
      expect(await recordOf(office, billId)).toMatchObject({ state, job: "done", attempts: 0 });
    };
  },
});

export const billRemovals: PushScenario[] = [billRemoval("void"), billRemoval("delete")];
