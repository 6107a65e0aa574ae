import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { QuickBooksBill } from "@/db/schema";

/** A line with the ListIDs of what it names; null where QuickBooks does not have the record yet. */
export interface LineToSend {
  id: string;
  kind: "expense" | "item";
  txnLineId: string | null;
  accountListId: string | null;
  itemListId: string | null;
  description: string;
  quantity: string | null;
  cost: string | null;
  amount: string;
  classListId: string | null;
  customerListId: string | null;
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
  termsListId: string | null;
  apAccountListId: string | null;
  memo: string;
  amount: string;
  lines: LineToSend[];
  link: { txnId: string; editSequence: string; written: QuickBooksBill | null; isDeleted: boolean } | null;
}

/** The bills with all that a BillAdd or a BillMod needs: one query for a whole batch. */
export async function getBillsToSend(tx: Tx, billIds: string[]): Promise<Map<string, BillToSend>> {
  const result = await tx.execute<{ bill: BillToSend }>(sql`
    select json_build_object(
      'billId', b.id, 'state', b.state, 'externalGuid', b.external_guid, 'vendorId', v.id, 'vendorName', v.name,
      'vendorListId', v.list_id, 'invoiceNumber', b.invoice_number, 'billDate', b.bill_date, 'dueDate', b.due_date,
      'termsListId', t.list_id, 'apAccountListId', ap.list_id, 'memo', b.memo, 'amount', b.amount::text,
      'link', case when k.bill_id is null then null else json_build_object('txnId', k.txn_id,
          'editSequence', k.edit_sequence, 'written', k.written, 'isDeleted', k.deleted_at is not null) end,
      'lines', coalesce((select json_agg(json_build_object(
          'id', l.id, 'kind', l.kind, 'txnLineId', l.txn_line_id, 'accountListId', a.list_id, 'itemListId', i.list_id,
          'description', l.description, 'quantity', trim_scale(l.quantity)::text, 'cost', trim_scale(l.cost)::text,
          'amount', l.amount::text, 'classListId', c.list_id, 'customerListId', cu.list_id, 'billable', l.billable)
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
