import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Removal } from "@/db/schema";

/** A payment that shall be voided or deleted in QuickBooks. */
export interface PaymentToRemove {
  id: string;
  removal: Removal;
  txnId: string;
  method: "check" | "credit_card";
}

/** Those of these records that are payments in QuickBooks with an order to remove them. */
export async function getPaymentsToRemove(tx: Tx, ids: string[]): Promise<Map<string, PaymentToRemove>> {
  const { rows } = await tx.execute<PaymentToRemove & Record<string, unknown>>(sql`
    select id, removal, txn_id as "txnId", method from payments
    where id = any(${sql.param(ids)}::uuid[]) and removal is not null and txn_id is not null and state = 'recorded'`);
  return new Map(rows.map((row) => [row.id, row]));
}
