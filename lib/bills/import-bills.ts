import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import type { SeenBill } from "./link-store";

const idOf = (alias: string, table: string, listId: string) =>
  sql.raw(
    `(select ${alias}.id from ${table} ${alias} where ${alias}.connection_id = c.id and ${alias}.list_id = ${listId})`,
  );

/**
 * Takes over bills that were entered in QuickBooks: approved there, so to say, and nobody's signature
 * here. Only those dated from the day that the connection names, that are not linked and do not bear the
 * mark of a bill of ours (one whose answer was lost would otherwise come in twice). A group line comes in
 * as one line.
 */
export async function importBills(tx: Tx, connectionId: string, seen: SeenBill[], now: Date): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(seen.filter((bill) => !bill.isVoided))}::json) as x(
    "txnId" text, "editSequence" text, "timeModified" text, current jsonb, "openAmount" numeric, "isPaid" boolean,
    payments jsonb, "externalGuid" uuid)`;
  const imported = await tx.execute<{
    id: string;
    orgId: string;
    txnId: string;
    amount: string;
    vendor: string;
    invoiceNumber: string;
  }>(sql`
    with new as (
      select gen_random_uuid() as id, c.org_id, x.*, x.current->'vendor'->>'listId' as vendor_list_id
      from ${given} join connections c on c.id = ${connectionId}
      where c.import_bills_since is not null and (x.current->>'billDate')::date >= c.import_bills_since
        and not exists (select 1 from bill_links k where k.connection_id = c.id and k.txn_id = x."txnId")
        and not exists (select 1 from bills b where b.connection_id = c.id and b.external_guid = x."externalGuid")
    ), entered as (
      insert into bills (id, org_id, connection_id, state, vendor_id, invoice_number, bill_date, due_date, terms_id,
                         ap_account_id, memo, amount, exchange_rate, approved_at)
      select n.id, n.org_id, c.id, case when n."isPaid" then 'paid' else 'approved' end,
        ${idOf("v", "vendors", "n.vendor_list_id")}, coalesce(n.current->>'invoiceNumber', ''),
        (n.current->>'billDate')::date, (n.current->>'dueDate')::date,
        ${idOf("t", "terms", "n.current->'terms'->>'listId'")}, ${idOf("a", "accounts", "n.current->'apAccount'->>'listId'")},
        coalesce(n.current->>'memo', ''), coalesce((n.current->>'amount')::numeric, 0),
        (n.current->>'exchangeRate')::numeric, ${now.toISOString()}::timestamptz
      from new n join connections c on c.id = ${connectionId}
    ), lines as (
      insert into bill_lines (bill_id, position, kind, account_id, item_id, description, quantity, cost, amount,
                              class_id, customer_id, billable, txn_line_id)
      select n.id, l.place - 1, case when l.line->>'kind' = 'expense' then 'expense' else 'item' end,
        ${idOf("a", "accounts", "l.line->'account'->>'listId'")}, ${idOf("i", "items", "l.line->'item'->>'listId'")},
        coalesce(l.line->>'description', ''), (l.line->>'quantity')::numeric, (l.line->>'cost')::numeric,
        coalesce((l.line->>'amount')::numeric, 0), ${idOf("s", "classes", "l.line->'class'->>'listId'")},
        ${idOf("u", "customers", "l.line->'customer'->>'listId'")}, coalesce((l.line->>'billable')::boolean, false),
        l.line->>'txnLineId'
      from new n join connections c on c.id = ${connectionId},
        jsonb_array_elements(n.current->'lines') with ordinality as l(line, place)
    ), linked as (
      insert into bill_links (bill_id, connection_id, txn_id, edit_sequence, time_modified, written, current,
                              open_amount, is_paid, payments)
      select id, ${connectionId}, "txnId", "editSequence", "timeModified", current, current, "openAmount", "isPaid",
        payments
      from new
    )
    select id, org_id as "orgId", "txnId", coalesce(current->>'amount', '0.00') as amount,
      coalesce(current->'vendor'->>'name', '') as vendor, coalesce(current->>'invoiceNumber', '') as "invoiceNumber"
    from new`);
  await record(
    tx,
    imported.rows.map(
      ({ id, orgId, ...data }): NewEvent => ({
        orgId,
        subject: id,
        ...QUICKBOOKS,
        name: "bill.imported",
        data,
        at: now,
      }),
    ),
  );
}

/** From which day on bills entered in QuickBooks are taken over; null takes none. */
export async function importsSince(tx: Tx, connectionId: string): Promise<string | null> {
  const result = await tx.execute<{ since: string | null }>(
    sql`select import_bills_since::text as since from connections where id = ${connectionId}`,
  );
  return result.rows[0]?.since ?? null;
}
