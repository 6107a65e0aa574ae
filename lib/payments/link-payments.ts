import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { markForFetch } from "@/lib/bills/link-store";

/** A payment that QuickBooks has just recorded for us. One of credits alone has no identity there. */
export interface RecordedPayment {
  paymentId: string;
  orgId: string;
  txnId: string | null;
  editSequence: string | null;
  timeModified: string | null;
  /** The number that QuickBooks has; null where it did not say. */
  refNumber: string | null;
  /** It was found there by a look-up, rather than answered. */
  found: boolean;
}

/**
 * Takes in payments that QuickBooks has recorded. The bills that they pay are fetched in the same run, so
 * that they move by what QuickBooks says; the credits that they use are too.
 */
export async function linkPayments(
  tx: Tx,
  connectionId: string,
  rows: RecordedPayment[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const { rows: linked } = await tx.execute<{ id: string }>(sql`
    update payments p set state = 'recorded', txn_id = x."txnId", edit_sequence = x."editSequence",
      time_modified = x."timeModified", ref_number = coalesce(x."refNumber", p.ref_number), seen_at = now(), updated_at = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as x("paymentId" uuid, "txnId" text, "editSequence" text,
      "timeModified" text, "refNumber" text)
    where p.id = x."paymentId" and p.state = 'waiting' returning p.id`);
  const ids = sql`${sql.param(linked.map(({ id }) => id))}::uuid[]`;
  await tx.execute(sql`
    update payment_applications a set bill_txn_id = k.txn_id from bill_links k
    where a.payment_id = any(${ids}) and k.bill_id = a.bill_id`);
  // What is left of a credit is less at once; 'epoch' has QuickBooks asked for it in this run.
  await tx.execute(sql`
    update vendor_credits v set open_amount = coalesce(v.open_amount, v.amount) - used.amount, seen_at = 'epoch'
    from (select c.credit_id, sum(c.amount) as amount from payment_credits c
      join payment_applications a on a.id = c.application_id where a.payment_id = any(${ids}) group by c.credit_id) used
    where v.id = used.credit_id`);
  const { rows: paid } = await tx.execute<{ txnId: string }>(sql`
    select distinct bill_txn_id as "txnId" from payment_applications
    where payment_id = any(${ids}) and bill_txn_id is not null`);
  await markForFetch(
    tx,
    connectionId,
    paid.map(({ txnId }) => txnId),
  );
  const isLinked = new Set(linked.map(({ id }) => id));
  await record(
    tx,
    rows
      .filter(({ paymentId }) => isLinked.has(paymentId))
      .map(
        ({ orgId, paymentId, txnId, found }): NewEvent => ({
          ...{ orgId, subject: paymentId, ...QUICKBOOKS, at: now },
          name: "payment.linked",
          data: { txnId, found },
        }),
      ),
  );
}

/** Which of these transactions are some payment's already. */
export async function takenPaymentTxns(tx: Tx, connectionId: string, txnIds: string[]): Promise<Set<string>> {
  if (txnIds.length === 0) return new Set();
  const { rows } = await tx.execute<{ txnId: string }>(sql`
    select txn_id as "txnId" from payments
    where connection_id = ${connectionId} and txn_id = any(${sql.param(txnIds)}::text[])`);
  return new Set(rows.map((row) => row.txnId));
}
