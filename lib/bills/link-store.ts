import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AppliedPayment, QuickBooksBill } from "@/db/schema";

/** A bill as QuickBooks has just described it. */
export interface SeenBill {
  txnId: string;
  editSequence: string;
  timeModified: string;
  current: QuickBooksBill;
  openAmount: string | null;
  isPaid: boolean;
  isVoided: boolean;
  payments: AppliedPayment[];
  /** Our own mark, or another program's, in lower case without braces. */
  externalGuid: string | null;
}

/** What is known of a linked bill before it is seen anew. */
export interface KnownLink {
  billId: string;
  orgId: string;
  txnId: string;
  state: string;
  editSequence: string;
  /** What we last wrote and QuickBooks confirmed. */
  written: QuickBooksBill | null;
  current: QuickBooksBill | null;
  isPaid: boolean;
  isVoided: boolean;
  isDeleted: boolean;
}

const given = (rows: unknown[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)
  as x("billId" uuid, "txnId" text, "editSequence" text, "timeModified" text, current jsonb, "openAmount" numeric,
       "isPaid" boolean, "isVoided" boolean, payments jsonb, written jsonb, "isChanged" boolean)`;

/**
 * Links bills that QuickBooks has just saved for us: what was written, and what it made of that. One that is
 * paid already is fetched in this run, and goes to the Archive by what comes.
 */
export async function saveLinks(
  tx: Tx,
  connectionId: string,
  rows: (SeenBill & { billId: string; written: QuickBooksBill })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into bill_links (bill_id, connection_id, txn_id, edit_sequence, time_modified, written, current, open_amount,
                            is_paid, is_voided, payments, needs_fetch)
    select x."billId", ${connectionId}, x."txnId", x."editSequence", x."timeModified", x.written, x.current,
           x."openAmount", x."isPaid", x."isVoided", x.payments, x."isPaid"
    from ${given(rows)}
    on conflict (bill_id) do update set txn_id = excluded.txn_id, edit_sequence = excluded.edit_sequence,
      time_modified = excluded.time_modified, written = excluded.written, current = excluded.current,
      open_amount = excluded.open_amount, is_paid = excluded.is_paid, is_voided = excluded.is_voided,
      payments = excluded.payments, deleted_at = null, missing_at = null, changed_at = null,
      overwrite_edit_sequence = null, needs_fetch = excluded.needs_fetch, seen_at = now()`);
}

/** Bills that QuickBooks saved and did not have any more when it was asked for the rest: this run tells what became of them. */
export async function saveBareLinks(
  tx: Tx,
  connectionId: string,
  rows: { billId: string; txnId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into bill_links (bill_id, connection_id, txn_id, edit_sequence, seen_at)
    select x."billId", ${connectionId}, x."txnId", '', 'epoch' from ${given(rows)}
    on conflict (bill_id) do update set txn_id = excluded.txn_id, deleted_at = null, seen_at = 'epoch'`);
}

/** Remembers each line's TxnLineID, so that a BillMod can keep it. */
export async function saveLineIds(tx: Tx, rows: { lineId: string; txnLineId: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update bill_lines set txn_line_id = x."txnLineId"
    from json_to_recordset(${JSON.stringify(rows)}::json) as x("lineId" uuid, "txnLineId" text)
    where bill_lines.id = x."lineId" and bill_lines.txn_line_id is distinct from x."txnLineId"`);
}

/** The links of these transactions, locked, as they were before. Transactions we do not know are left out. */
export async function lockLinks(
  tx: Tx,
  connectionId: string,
  txnIds: string[],
): Promise<Map<string, KnownLink>> {
  const result = await tx.execute<KnownLink & Record<string, unknown>>(sql`
    select k.bill_id as "billId", b.org_id as "orgId", k.txn_id as "txnId", b.state, k.edit_sequence as "editSequence",
           k.written, k.current, k.is_paid as "isPaid", k.is_voided as "isVoided",
           k.deleted_at is not null as "isDeleted"
    from bill_links k join bills b on b.id = k.bill_id
    where k.connection_id = ${connectionId} and k.txn_id = any(${sql.param(txnIds)}::text[])
    for update of b, k`);
  return new Map(result.rows.map((row) => [row.txnId, row]));
}

/** What QuickBooks has now; what we wrote stays beside it, unless a merge gave its records other identities. */
export async function updateLinks(
  tx: Tx,
  connectionId: string,
  rows: (SeenBill & { written?: QuickBooksBill | undefined; isChanged?: boolean })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update bill_links k set edit_sequence = x."editSequence", time_modified = x."timeModified", current = x.current,
      written = coalesce(x.written, k.written, x.current), open_amount = x."openAmount", is_paid = x."isPaid",
      is_voided = x."isVoided", payments = x.payments, deleted_at = null, missing_at = null, needs_fetch = false,
      changed_at = case when x."isChanged" then now() else k.changed_at end, seen_at = now()
    from ${given(rows)} where k.connection_id = ${connectionId} and k.txn_id = x."txnId"`);
}

/** These bills are asked for by TxnID in this run or the next: a payment, a credit or a merge may have touched them. */
export async function markForFetch(tx: Tx, connectionId: string, txnIds: string[]): Promise<void> {
  if (txnIds.length === 0) return;
  await tx.execute(sql`
    update bill_links set needs_fetch = true, asked_at = null
    where connection_id = ${connectionId} and txn_id = any(${sql.param(txnIds)}::text[])`);
}

/** Every linked bill, whatever its state: for a full comparison. */
export async function markAllForFetch(tx: Tx, connectionId: string): Promise<void> {
  await tx.execute(sql`
    update bill_links set needs_fetch = true, asked_at = null where connection_id = ${connectionId}`);
}

/**
 * What was asked for since then and did not come: it is in the company file no more. Gives the TxnIDs.
 * To be asked once every answer is in, and after what was deleted has been taken in.
 */
export async function findMissing(tx: Tx, connectionId: string, askedSince: Date): Promise<string[]> {
  const result = await tx.execute<{ txnId: string }>(sql`
    update bill_links set missing_at = now(), needs_fetch = false
    where connection_id = ${connectionId} and asked_at >= ${askedSince.toISOString()} and seen_at < asked_at
      and deleted_at is null returning txn_id as "txnId"`);
  return result.rows.map((row) => row.txnId);
}

export async function markLinksDeleted(tx: Tx, connectionId: string, txnIds: string[]): Promise<void> {
  await tx.execute(sql`
    update bill_links set deleted_at = now(), seen_at = now()
    where connection_id = ${connectionId} and txn_id = any(${sql.param(txnIds)}::text[]) and deleted_at is null`);
}

/**
 * Takes the linked bills to ask for by TxnID, each once since then: first those that something may have
 * touched, then, up to `openLeft` in all, the open ones that were not seen since, the longest unseen first.
 */
export async function claimBills(
  tx: Tx,
  connectionId: string,
  since: Date,
  { limit, openLeft }: { limit: number; openLeft: number },
): Promise<string[]> {
  const unasked = sql`connection_id = ${connectionId} and (asked_at is null or asked_at < ${since.toISOString()})`;
  const result = await tx.execute<{ txnId: string }>(sql`
    update bill_links set asked_at = now() where bill_id in (
      (select bill_id from bill_links where ${unasked} and needs_fetch order by seen_at limit ${limit})
      union
      (select bill_id from bill_links where ${unasked} and not needs_fetch and not is_paid and deleted_at is null
         and seen_at < ${since.toISOString()} order by seen_at limit ${Math.min(limit, openLeft)})
      limit ${limit})
    returning txn_id as "txnId"`);
  return result.rows.map((row) => row.txnId);
}

/** Whether QuickBooks has this bill, as far as we know. */
export async function isLinked(tx: Tx, billId: string): Promise<boolean> {
  const result = await tx.execute(
    sql`select 1 from bill_links where bill_id = ${billId} and deleted_at is null`,
  );
  return result.rows.length > 0;
}

/** Whether this company file has any bill of ours. */
export async function hasLinks(tx: Tx, connectionId: string): Promise<boolean> {
  const result = await tx.execute(
    sql`select 1 from bill_links where connection_id = ${connectionId} limit 1`,
  );
  return result.rows.length > 0;
}
