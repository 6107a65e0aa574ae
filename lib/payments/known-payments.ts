import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Payment } from "./store";

/** Of one method, since QuickBooks asks for checks and for charges to a card by requests of their own. */
export interface ClaimedPayments {
  method: Payment["method"];
  txnIds: string[];
}

const here = (connectionId: string) => sql`connection_id = ${connectionId} and state = 'recorded'
  and txn_id is not null`;

/** Every payment that QuickBooks has is asked for by its TxnID: for a full comparison. */
export async function markPaymentsForFetch(tx: Tx, connectionId: string): Promise<void> {
  await tx.execute(sql`
    update payments set needs_fetch = true, asked_at = null where ${here(connectionId)}`);
}

/**
 * Takes payments to ask for by TxnID, each once since then: the `newest` ones, which a restored backup takes away
 * first, then those of a comparison, the newest of them first. Undefined when there is none left.
 */
export async function claimPayments(
  tx: Tx,
  connectionId: string,
  since: Date,
  { limit, newest }: { limit: number; newest: number },
): Promise<ClaimedPayments | undefined> {
  const start = since.toISOString();
  const { rows } = await tx.execute<{ method: Payment["method"]; txnId: string }>(sql`
    with newest as (
      select id, method, created_at, asked_at, seen_at from payments
      where org_id = (select org_id from connections where id = ${connectionId}) and ${here(connectionId)}
      order by created_at desc limit ${newest}
    ), wanted as (
      select id, method, created_at from newest where seen_at < ${start} and (asked_at is null or asked_at < ${start})
      union
      (select id, method, created_at from payments where ${here(connectionId)} and needs_fetch
        and (asked_at is null or asked_at < ${start}) order by created_at desc limit ${limit})
    )
    update payments set asked_at = now() where id in (
      select id from wanted where method = (select method from wanted order by created_at desc limit 1)
      order by created_at desc limit ${limit})
    returning method, txn_id as "txnId"`);
  const [first] = rows;
  return first && { method: first.method, txnIds: rows.map(({ txnId }) => txnId) };
}

/** QuickBooks has just described these: they are there, and are not asked for again. */
export async function notePaymentsSeen(tx: Tx, connectionId: string, txnIds: string[]): Promise<void> {
  await tx.execute(sql`
    update payments set seen_at = now(), needs_fetch = false, missing_at = null
    where connection_id = ${connectionId} and txn_id = any(${sql.param(txnIds)}::text[])`);
}

/**
 * What was asked for since then and did not come: it is in the company file no more. Gives the TxnIDs.
 * To be asked once every answer is in, and after what was deleted has been taken in.
 */
export async function findMissingPayments(tx: Tx, connectionId: string, askedSince: Date): Promise<string[]> {
  const { rows } = await tx.execute<{ txnId: string }>(sql`
    update payments set missing_at = now(), needs_fetch = false
    where ${here(connectionId)} and asked_at >= ${askedSince.toISOString()} and seen_at < asked_at
    returning txn_id as "txnId"`);
  return rows.map(({ txnId }) => txnId);
}
