import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Removal } from "@/db/schema";

/** A bill that shall be voided or deleted in QuickBooks. */
export interface BillToRemove {
  id: string;
  removal: Removal;
  txnId: string;
  /** QuickBooks has a payment or a credit on it, and lets go of no such bill. */
  isPaidOn: boolean;
}

/** Those of these records that are linked bills with an order to remove them. */
export async function getBillsToRemove(tx: Tx, ids: string[]): Promise<Map<string, BillToRemove>> {
  const { rows } = await tx.execute<BillToRemove & Record<string, unknown>>(sql`
    select b.id, b.removal, k.txn_id as "txnId", jsonb_array_length(k.payments) > 0 as "isPaidOn" from bills b join bill_links k on k.bill_id = b.id
    where b.id = any(${sql.param(ids)}::uuid[]) and b.removal is not null and k.deleted_at is null`);
  return new Map(rows.map((row) => [row.id, row]));
}
