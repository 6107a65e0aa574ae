import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { QuickBooksBill, QuickBooksRef } from "@/db/schema";
import type { WaitingEntry } from "@/lib/ledger/enqueue-entries";

/** A line with what it names; null for nothing, and where QuickBooks does not have the record yet. */
export interface LineToSend {
  id: string;
  kind: "expense" | "item";
  txnLineId: string | null;
  account: QuickBooksRef | null;
  item: QuickBooksRef | null;
  description: string;
  quantity: string | null;
  cost: string | null;
  amount: string;
  class: QuickBooksRef | null;
  customer: QuickBooksRef | null;
  billable: boolean;
}

/** An approved bill in the terms of its company file, and its link where it has one. */
export interface BillToSend {
  billId: string;
  state: string;
  externalGuid: string;
  vendorId: string;
  vendorName: string;
  vendorListId: string | null;
  invoiceNumber: string;
  billDate: string;
  dueDate: string | null;
  terms: QuickBooksRef | null;
  apAccount: QuickBooksRef | null;
  /** QuickBooks' terms are some that this bill once named itself, rather than the vendor's. */
  hadTerms: boolean;
  memo: string;
  amount: string;
  lines: LineToSend[];
  /** An item or a customer:job of a line that QuickBooks does not have yet. */
  waitsFor: WaitingEntry | null;
  /** Home currency for one unit of the vendor's; null where the file has one currency. */
  exchangeRate: string | null;
  link: {
    txnId: string;
    editSequence: string;
    written: QuickBooksBill | null;
    current: QuickBooksBill | null;
    isDeleted: boolean;
    isVoided: boolean;
    /** QuickBooks' version became another one after this bill was last approved, so no approver has seen it. */
    isChangedSince: boolean;
    /** Somebody chose to write over just this version. */
    mayOverwrite: boolean;
  } | null;
}

/** As they stand in QuickBooks: expense lines, then item lines, each in their own order. */
export const inQuickBooksOrder = (lines: readonly LineToSend[]): LineToSend[] =>
  [...lines].sort((a, b) => Number(a.kind === "item") - Number(b.kind === "item"));

const ref = (alias: string) =>
  sql.raw(
    `case when ${alias}.list_id is not null then json_build_object('listId', ${alias}.list_id, 'name', ${alias}.full_name) end`,
  );

/** The bills with all that a BillAdd or a BillMod needs: one query for a whole batch. */
export async function getBillsToSend(tx: Tx | Db, billIds: string[]): Promise<Map<string, BillToSend>> {
  const result = await tx.execute<{ bill: BillToSend }>(sql`
    select json_build_object(
      'billId', b.id, 'state', b.state, 'externalGuid', b.external_guid, 'vendorId', v.id, 'vendorName', v.name,
      'vendorListId', v.list_id, 'invoiceNumber', b.invoice_number, 'billDate', b.bill_date, 'dueDate', b.due_date,
      'terms', ${ref("t")}, 'apAccount', ${ref("ap")}, 'memo', b.memo, 'amount', b.amount::text,
      'hadTerms', exists (select 1 from terms o where o.connection_id = b.connection_id
          and o.list_id = k.current->'terms'->>'listId'
          and (exists (select 1 from bill_revisions r where r.bill_id = b.id and r.content->'terms'->>'id' = o.id::text)
            or (b.entered_by is null and k.written->'terms'->>'listId' = o.list_id))),
      'exchangeRate', trim_scale(b.exchange_rate)::text,
      'link', case when k.bill_id is null then null else json_build_object('txnId', k.txn_id,
          'editSequence', k.edit_sequence, 'written', k.written, 'current', k.current,
          'isDeleted', k.deleted_at is not null, 'isVoided', k.is_voided,
          'isChangedSince', coalesce(k.changed_at > b.approved_at, false),
          'mayOverwrite', coalesce(k.overwrite_edit_sequence = k.edit_sequence, false)) end,
      'waitsFor', (select json_build_object('list', w.list, 'id', w.id, 'fullName', w.full_name)
        from bill_lines l cross join lateral (
          select 'item' as list, e.id, e.full_name from items e where e.id = l.item_id and e.list_id is null
          union all
          select 'customer', e.id, e.full_name from customers e where e.id = l.customer_id and e.list_id is null) w
        where l.bill_id = b.id order by l.position limit 1),
      'lines', coalesce((select json_agg(json_build_object(
          'id', l.id, 'kind', l.kind, 'txnLineId', l.txn_line_id, 'account', ${ref("a")}, 'item', ${ref("i")},
          'description', l.description, 'quantity', trim_scale(l.quantity)::text, 'cost', trim_scale(l.cost)::text,
          'amount', l.amount::text, 'class', ${ref("c")}, 'customer', ${ref("cu")}, 'billable', l.billable)
          order by l.position)
        from bill_lines l
        left join accounts a on a.id = l.account_id left join items i on i.id = l.item_id
        left join classes c on c.id = l.class_id left join customers cu on cu.id = l.customer_id
        where l.bill_id = b.id), '[]'::json)) as bill
    from bills b join vendors v on v.id = b.vendor_id
    left join terms t on t.id = b.terms_id left join accounts ap on ap.id = b.ap_account_id
    left join bill_links k on k.bill_id = b.id
    where b.id = any(${sql.param(billIds)}::uuid[])`);
  return new Map(result.rows.map(({ bill }) => [bill.billId, bill]));
}
