import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Txn } from "@/e2e/quickbooks/company/state";
import { readBill } from "@/lib/bills/bill-views";
import { recordOf } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";

/** One kind of push: what makes it wait for QuickBooks, and what must be there when all is quiet. */
export interface PushScenario {
  name: string;
  /** The operation that builds its request; a name of the registry. */
  operation: string;
  /** The start tag of its request. */
  marker: string;
  /**
   * Makes one job of this kind wait.
   * @param key a text that no other scenario of the test bears, of at most 15 letters and digits
   * @returns the check that the company file holds it exactly once, as approved, and that we know it
   */
  prepare(office: Office, key: string): Promise<() => Promise<void>>;
}

/** The bills of a number in the company file. */
export const numbered = (office: Office, refNumber: string): Txn[] =>
  office.company.txns().filter((txn) => txn.fields.RefNumber === refNumber);

/** The one row there must be. */
export function only<Row>(rows: Row[], what: string): Row {
  expect(rows.length, `${what} in the company file`).toBe(1);
  const [row] = rows;
  if (row === undefined) throw new Error(`${what} is not there`);
  return row;
}

/** A bill is linked to that transaction, line by line and without a difference, its job done and not charged. */
export async function expectLinked(office: Office, billId: string, txn: Txn): Promise<void> {
  expect(await recordOf(office, billId)).toMatchObject({
    job: "done",
    attempts: 0,
    txnId: txn.txnId,
    editSequence: String(txn.editSequence),
  });
  const lines = await office.database.db.execute<{ id: string | null }>(sql`
    select txn_line_id as id from bill_lines where bill_id = ${billId} order by kind, position`);
  expect(lines.rows.map(({ id }) => id)).toEqual(
    [...txn.expenseLines, ...txn.itemLines].map(({ txnLineId }) => txnLineId),
  );
  const { link, timeline } = await readBill(office.admin, { billId });
  expect(link?.differs).toBe(false);
  expect(timeline.map(({ name }) => name)).not.toContain("bill.changed-in-quickbooks");
}
