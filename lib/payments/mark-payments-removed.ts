import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { markForFetch } from "@/lib/bills/link-store";

interface Gone extends Record<string, unknown> {
  id: string;
  orgId: string;
  how: Removed;
}

/** A payment that is missing was taken away by a restored backup. */
type Removed = "void" | "delete" | "missing";

/**
 * Payments that QuickBooks has voided or deleted, on our order or by itself, and those that it neither has nor
 * remembers to have deleted: said so, never forgotten, and their bills are fetched, so that they open again by
 * what QuickBooks says. Gives how many there were.
 */
export async function markPaymentsRemoved(
  tx: Tx,
  connectionId: string,
  removals: { txnId: string; how: Removed }[],
  now: Date,
): Promise<number> {
  if (removals.length === 0) return 0;
  const { rows: gone } = await tx.execute<Gone>(sql`
    update payments p set removal = null, updated_at = now(),
      state = case when x.how = 'void' then 'voided' else 'deleted' end
    from json_to_recordset(${JSON.stringify(removals)}::json) as x("txnId" text, how text)
    where p.connection_id = ${connectionId} and p.txn_id = x."txnId"
      and (p.state = 'recorded' or (p.state = 'voided' and x.how = 'delete'))
    returning p.id, p.org_id as "orgId", x.how`);
  if (gone.length === 0) return 0;
  const { rows: paid } = await tx.execute<{
    paymentId: string;
    billId: string | null;
    txnId: string | null;
  }>(sql`
    select payment_id as "paymentId", bill_id as "billId", bill_txn_id as "txnId" from payment_applications
    where payment_id = any(${sql.param(gone.map(({ id }) => id))}::uuid[])`);
  await markForFetch(tx, connectionId, [...new Set(paid.flatMap(({ txnId }) => txnId ?? []))]);
  const events = gone.flatMap(({ id, orgId, how }): NewEvent[] => {
    const common = { orgId, ...QUICKBOOKS, at: now };
    const billIds = new Set(
      paid.flatMap(({ paymentId, billId }) => (paymentId === id && billId ? [billId] : [])),
    );
    return [
      { ...common, subject: id, name: "payment.removed", data: { how } },
      ...[...billIds].map(
        (billId): NewEvent => ({
          ...{ ...common, subject: billId, name: "bill.payment-removed" },
          data: { paymentId: id, how },
        }),
      ),
    ];
  });
  await record(tx, events);
  return gone.length;
}
