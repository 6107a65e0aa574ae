import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { markForFetch } from "@/lib/bills/link-store";

/** A vendor credit as QuickBooks has just described it. */
export interface SeenCredit {
  txnId: string;
  editSequence: string;
  timeModified: string;
  vendorListId: string | null;
  apAccountListId: string | null;
  date: string | null;
  refNumber: string;
  memo: string;
  amount: string;
  openAmount: string;
  /** The bills it is set off against. */
  billTxnIds: string[];
}

const OLD = sql.raw(
  '(select bill_txn_ids from vendor_credits o where o.connection_id = n.id and o.txn_id = x."txnId")',
);

/**
 * Takes in vendor credits. One that is used up and not known is passed over: it matters to nothing. The
 * bills that a changed one is or was set off against are fetched.
 */
export async function takeInCredits(tx: Tx, connectionId: string, seen: SeenCredit[]): Promise<void> {
  const unique = [...new Map(seen.map((credit) => [credit.txnId, credit])).values()];
  if (unique.length === 0) return;
  const rows = unique.map((credit) => ({ ...credit, billTxnIds: [...credit.billTxnIds].sort() }));
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as x("txnId" text, "editSequence" text,
    "timeModified" text, "vendorListId" text, "apAccountListId" text, date date, "refNumber" text, memo text,
    amount numeric, "openAmount" numeric, "billTxnIds" json)`;
  // What it was set off against before, read before it is overwritten.
  const { rows: before } = await tx.execute<{ txnId: string; bills: string[] }>(sql`
    select x."txnId", ${OLD} as bills from ${given} join connections n on n.id = ${connectionId}
    where ${OLD} is not null`);
  await tx.execute(sql`
    update vendor_credits v set seen_at = now() from ${given}
    where v.connection_id = ${connectionId} and v.txn_id = x."txnId"`);
  const { rows: changed } = await tx.execute<{ txnId: string }>(sql`
    insert into vendor_credits (connection_id, txn_id, edit_sequence, time_modified, vendor_list_id, ap_account_list_id,
      date, ref_number, memo, amount, open_amount, bill_txn_ids)
    select ${connectionId}::uuid, x."txnId", x."editSequence", x."timeModified", x."vendorListId", x."apAccountListId",
      x.date, x."refNumber", x.memo, x.amount, x."openAmount", array(select json_array_elements_text(x."billTxnIds"))
    from ${given}
    where x."openAmount" <> 0 or exists (
      select 1 from vendor_credits o where o.connection_id = ${connectionId} and o.txn_id = x."txnId")
    on conflict (connection_id, txn_id) do update set edit_sequence = excluded.edit_sequence,
      time_modified = excluded.time_modified, vendor_list_id = excluded.vendor_list_id,
      ap_account_list_id = excluded.ap_account_list_id, date = excluded.date, ref_number = excluded.ref_number,
      memo = excluded.memo, amount = excluded.amount, open_amount = excluded.open_amount,
      bill_txn_ids = excluded.bill_txn_ids, deleted_at = null
    where vendor_credits.edit_sequence is distinct from excluded.edit_sequence
      or vendor_credits.vendor_list_id is distinct from excluded.vendor_list_id
      or vendor_credits.open_amount is distinct from excluded.open_amount
      or vendor_credits.bill_txn_ids is distinct from excluded.bill_txn_ids or vendor_credits.deleted_at is not null
    returning txn_id as "txnId"`);
  const isChanged = new Set(changed.map(({ txnId }) => txnId));
  const touched = [
    ...before.flatMap(({ txnId, bills }) => (isChanged.has(txnId) ? bills : [])),
    ...unique.flatMap(({ txnId, billTxnIds }) => (isChanged.has(txnId) ? billTxnIds : [])),
  ];
  await markForFetch(tx, connectionId, [...new Set(touched)]);
}

/**
 * Vendor credits that were deleted in QuickBooks, or are missing there; the bills they were set off against are
 * fetched. Gives how many there were.
 */
export async function takeInDeletedCredits(tx: Tx, connectionId: string, txnIds: string[]): Promise<number> {
  if (txnIds.length === 0) return 0;
  const { rows } = await tx.execute<{ bills: string[] }>(sql`
    update vendor_credits set deleted_at = now(), open_amount = 0
    where connection_id = ${connectionId} and txn_id = any(${sql.param(txnIds)}::text[]) and deleted_at is null
    returning bill_txn_ids as bills`);
  await markForFetch(tx, connectionId, [...new Set(rows.flatMap(({ bills }) => bills))]);
  return rows.length;
}

/** Every credit that is there is asked for by its TxnID, used up or not: for a full comparison. */
export async function markCreditsForFetch(tx: Tx, connectionId: string): Promise<void> {
  await tx.execute(sql`
    update vendor_credits set seen_at = 'epoch', asked_at = null
    where connection_id = ${connectionId} and deleted_at is null`);
}

/**
 * Takes the credits to ask for by TxnID, each once since then: those with something left that were not seen since,
 * the longest unseen first, and the `newest` ones, which a restored backup takes away, or gives back, first.
 */
export async function claimCredits(
  tx: Tx,
  connectionId: string,
  unseenSince: Date,
  { limit, newest }: { limit: number; newest: number },
): Promise<string[]> {
  const here = sql`connection_id = ${connectionId} and deleted_at is null`;
  const start = unseenSince.toISOString();
  const { rows } = await tx.execute<{ txnId: string }>(sql`
    update vendor_credits set asked_at = now() where id in (
      select id from vendor_credits where ${here} and seen_at < ${start} and (asked_at is null or asked_at < ${start})
        and (open_amount is distinct from 0 or seen_at = 'epoch'
          or id in (select id from vendor_credits where ${here} order by time_modified desc limit ${newest}))
      order by seen_at limit ${limit} for update)
    returning txn_id as "txnId"`);
  return rows.map((row) => row.txnId);
}

/**
 * What was asked for since then and did not come: it is in the company file no more. Gives the TxnIDs.
 * To be asked once every answer is in.
 */
export async function findMissingCredits(tx: Tx, connectionId: string, askedSince: Date): Promise<string[]> {
  const { rows } = await tx.execute<{ txnId: string }>(sql`
    select txn_id as "txnId" from vendor_credits
    where connection_id = ${connectionId} and deleted_at is null and asked_at >= ${askedSince.toISOString()}
      and seen_at < asked_at`);
  return rows.map((row) => row.txnId);
}
