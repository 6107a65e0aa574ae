import { expect } from "vitest";
import type { Txn } from "@/e2e/quickbooks/company/state";
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

/** A bill is linked to that transaction, its job done and not charged. */
export async function expectLinked(office: Office, billId: string, txn: Txn): Promise<void> {
  expect(await recordOf(office, billId)).toMatchObject({
    job: "done",
    attempts: 0,
    txnId: txn.txnId,
    editSequence: String(txn.editSequence),
  });
}
