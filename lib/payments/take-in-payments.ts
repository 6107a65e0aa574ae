import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { markForFetch } from "@/lib/bills/link-store";
import { notePaymentsSeen } from "./known-payments";
import { markPaymentsRemoved } from "./mark-payments-removed";

/** A payment as QuickBooks has just described it. Records by ListID, bills by TxnID. */
export interface SeenPayment {
  txnId: string;
  editSequence: string;
  timeModified: string;
  method: "check" | "credit_card";
  vendorListId: string | null;
  apAccountListId: string | null;
  accountListId: string | null;
  date: string;
  refNumber: string;
  isToBePrinted: boolean;
  memo: string;
  amount: string;
  exchangeRate: string | null;
  /** Our own mark, in lower case without braces. */
  externalGuid: string | null;
  isVoided: boolean;
  applied: {
    billTxnId: string;
    amount: string;
    discountAmount: string;
    discountAccountListId: string | null;
  }[];
}

const given = (rows: SeenPayment[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json) as x("txnId" text,
  "editSequence" text, "timeModified" text, method text, "vendorListId" text, "apAccountListId" text,
  "accountListId" text, date date, "refNumber" text, "isToBePrinted" boolean, memo text, amount numeric,
  "exchangeRate" numeric, "externalGuid" uuid)`;

/** A payment that bears our mark is ours, even where its answer was lost for good. */
async function adoptOwn(tx: Tx, connectionId: string, seen: SeenPayment[]): Promise<void> {
  const marked = seen.flatMap(({ txnId, externalGuid }) => (externalGuid ? [{ txnId, externalGuid }] : []));
  if (marked.length === 0) return;
  await tx.execute(sql`
    update payments p set txn_id = x."txnId", state = 'recorded', updated_at = now()
    from json_to_recordset(${JSON.stringify(marked)}::json) as x("txnId" text, "externalGuid" uuid)
    where p.connection_id = ${connectionId} and p.external_guid = x."externalGuid" and p.txn_id is null
      and p.state in ('waiting', 'withdrawn')
      and not exists (select 1 from payments o where o.connection_id = p.connection_id and o.txn_id = x."txnId")`);
  await tx.execute(sql`
    update payment_applications a set bill_txn_id = k.txn_id from bill_links k, payments p
    where k.bill_id = a.bill_id and p.id = a.payment_id and a.bill_txn_id is null and p.connection_id = ${connectionId}
      and p.txn_id = any(${sql.param(marked.map(({ txnId }) => txnId))}::text[])`);
}

/** Writes those that are new or changed; gives their ids by TxnID. */
async function upsert(tx: Tx, connectionId: string, seen: SeenPayment[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; txnId: string }>(sql`
    insert into payments (org_id, connection_id, state, method, vendor_id, ap_account_id, account_id, date, ref_number,
      is_to_be_printed, memo, amount, exchange_rate, txn_id, edit_sequence, time_modified)
    select n.org_id, n.id, 'recorded', x.method, v.id, ap.id, acc.id, x.date, x."refNumber", x."isToBePrinted", x.memo,
      x.amount, x."exchangeRate", x."txnId", x."editSequence", x."timeModified"
    from ${given(seen)} join connections n on n.id = ${connectionId}
    left join vendors v on v.connection_id = n.id and v.list_id = x."vendorListId"
    left join accounts ap on ap.connection_id = n.id and ap.list_id = x."apAccountListId"
    left join accounts acc on acc.connection_id = n.id and acc.list_id = x."accountListId"
    on conflict (connection_id, txn_id) do update set
      state = case when payments.state in ('voided', 'deleted') then 'recorded' else payments.state end,
      vendor_id = coalesce(excluded.vendor_id, payments.vendor_id),
      ap_account_id = coalesce(excluded.ap_account_id, payments.ap_account_id),
      account_id = coalesce(excluded.account_id, payments.account_id), date = excluded.date,
      ref_number = excluded.ref_number, is_to_be_printed = excluded.is_to_be_printed, memo = excluded.memo,
      amount = excluded.amount, exchange_rate = coalesce(excluded.exchange_rate, payments.exchange_rate),
      edit_sequence = excluded.edit_sequence, time_modified = excluded.time_modified, updated_at = now()
    where payments.edit_sequence is distinct from excluded.edit_sequence
      or payments.time_modified is distinct from excluded.time_modified or payments.state in ('voided', 'deleted')
    returning id, txn_id as "txnId"`);
  return new Map(rows.map(({ id, txnId }) => [txnId, id]));
}

/** What QuickBooks says each pays now; what it set off of credits stays beside it, for QuickBooks does not say that. */
async function writeApplications(
  tx: Tx,
  connectionId: string,
  changed: SeenPayment[],
  idOf: Map<string, string>,
): Promise<string[]> {
  const applied = changed.flatMap(({ txnId, applied: bills }) =>
    bills.map((bill) => ({ ...bill, paymentId: idOf.get(txnId) })),
  );
  const ids = sql`${sql.param([...idOf.values()])}::uuid[]`;
  const { rows: before } = await tx.execute<{ txnId: string }>(sql`
    select distinct bill_txn_id as "txnId" from payment_applications
    where payment_id = any(${ids}) and bill_txn_id is not null`);
  const rows = sql`json_to_recordset(${JSON.stringify(applied)}::json) as x("paymentId" uuid, "billTxnId" text,
    amount numeric, "discountAmount" numeric, "discountAccountListId" text)`;
  await tx.execute(sql`
    update payment_applications a set amount = x.amount, discount_amount = x."discountAmount",
      discount_account_id = coalesce((select d.id from accounts d
        where d.connection_id = ${connectionId} and d.list_id = x."discountAccountListId"), a.discount_account_id)
    from ${rows} where a.payment_id = x."paymentId" and a.bill_txn_id = x."billTxnId"`);
  await tx.execute(sql`
    delete from payment_applications a where a.payment_id = any(${ids})
      and not exists (select 1 from ${rows} where x."paymentId" = a.payment_id and x."billTxnId" = a.bill_txn_id)
      and not exists (select 1 from payment_credits c where c.application_id = a.id)`);
  await tx.execute(sql`
    insert into payment_applications (payment_id, bill_id, bill_txn_id, amount, discount_amount, discount_account_id)
    select x."paymentId", k.bill_id, x."billTxnId", x.amount, x."discountAmount", d.id from ${rows}
    left join bill_links k on k.connection_id = ${connectionId} and k.txn_id = x."billTxnId"
    left join accounts d on d.connection_id = ${connectionId} and d.list_id = x."discountAccountListId"
    where not exists (select 1 from payment_applications a
      where a.payment_id = x."paymentId" and a.bill_txn_id = x."billTxnId")`);
  return [...new Set([...before.map(({ txnId }) => txnId), ...applied.map(({ billTxnId }) => billTxnId)])];
}

/**
 * Takes in payments as QuickBooks has them: made there, or changed there. The bills they touch are fetched.
 * A voided one keeps its amounts here, for QuickBooks has none any more.
 */
export async function takeInPayments(
  tx: Tx,
  connectionId: string,
  seen: SeenPayment[],
  now: Date,
): Promise<void> {
  const unique = [...new Map(seen.map((payment) => [payment.txnId, payment])).values()];
  await notePaymentsSeen(
    tx,
    connectionId,
    unique.map(({ txnId }) => txnId),
  );
  const voided = unique.filter((payment) => payment.isVoided);
  const standing = unique.filter((payment) => !payment.isVoided);
  await markPaymentsRemoved(
    tx,
    connectionId,
    voided.map(({ txnId }) => ({ txnId, how: "void" as const })),
    now,
  );
  if (standing.length === 0) return;
  await adoptOwn(tx, connectionId, standing);
  const idOf = await upsert(tx, connectionId, standing);
  if (idOf.size === 0) return;
  const changed = standing.filter(({ txnId }) => idOf.has(txnId));
  await markForFetch(tx, connectionId, await writeApplications(tx, connectionId, changed, idOf));
}
