import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { idOf } from "@/e2e/quickbooks/company/references";
import type { Txn } from "@/e2e/quickbooks/company/state";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { createVendor } from "@/lib/ledger/create-vendor";
import { approveAs, approvedBill, billFor, recordOf, versionOf } from "./bill-story";
import type { Office } from "./office";

/** One kind of push: what makes it wait for QuickBooks, and what must be there when all is quiet. */
export interface PushScenario {
  name: string;
  /** The start tag of its request. */
  marker: string;
  /**
   * Makes one job of this kind wait.
   * @param key a text that no other scenario of the test bears, of at most 15 letters and digits
   * @returns the check that the company file holds it exactly once, as approved, and that we know it
   */
  prepare(office: Office, key: string): Promise<() => Promise<void>>;
}

const numbered = (office: Office, refNumber: string): Txn[] =>
  office.company.txns().filter((txn) => txn.fields.RefNumber === refNumber);

function only<Row>(rows: Row[], what: string): Row {
  expect(rows.length, `${what} in the company file`).toBe(1);
  const [row] = rows;
  if (row === undefined) throw new Error(`${what} is not there`);
  return row;
}

async function expectLinked(office: Office, billId: string, txn: Txn): Promise<void> {
  expect(await recordOf(office, billId)).toMatchObject({
    job: "done",
    attempts: 0,
    txnId: txn.txnId,
    editSequence: String(txn.editSequence),
  });
}

const vendorAdd: PushScenario = {
  name: "vendor.add",
  marker: "<VendorAddRq",
  async prepare(office, key) {
    const name = `Vendor ${key}`;
    const { vendorId } = await createVendor(office.clerk, { connectionId: office.connectionId, name });
    const billId = await approvedBill(office, { invoiceNumber: key, vendorId });
    return async () => {
      const vendors = Object.values(office.company.state.lists.Vendor).filter((one) => one.name === name);
      const vendor = only(vendors, name);
      const known = await office.database.db.execute<{ listId: string }>(
        sql`select list_id as "listId" from vendors where id = ${vendorId}`,
      );
      expect(known.rows).toEqual([{ listId: vendor.listId }]);
      const bill = only(numbered(office, key), key);
      expect(idOf(bill.fields.VendorRef)).toBe(vendor.listId);
      await expectLinked(office, billId, bill);
    };
  },
};

const billAdd: PushScenario = {
  name: "bill.add",
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

const billMod: PushScenario = {
  name: "bill.mod",
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

/** A row for every kind of push in the registry. */
export const PUSH_SCENARIOS: PushScenario[] = [vendorAdd, billAdd, billMod];
