import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { CheckedBill } from "./bill-checks";

const record = (alias: string) =>
  sql.raw(
    `case when ${alias}.id is null then null else json_build_object('name', ${alias}.full_name, 'isActive', ${alias}.is_active, 'isDeleted', ${alias}.deleted_at is not null) end`,
  );

/** A bill with what the ledger says of every record it names. */
export async function getCheckedBill(tx: Tx | Db, billId: string): Promise<CheckedBill> {
  const bill = (await getCheckedBills(tx, [billId])).get(billId);
  if (!bill) throw new Error(`bill ${billId} is not there to be checked`);
  return bill;
}

/** Bills with what the ledger says of every record they name: one query, by bill. */
export async function getCheckedBills(tx: Tx | Db, billIds: string[]): Promise<Map<string, CheckedBill>> {
  const result = await tx.execute<{ id: string; bill: CheckedBill }>(sql`
    select b.id, json_build_object(
      'vendor', ${record("v")}, 'invoiceNumber', b.invoice_number, 'memo', b.memo, 'billDate', b.bill_date, 'dueDate', b.due_date,
      'amount', b.amount::text, 'terms', ${record("t")}, 'apAccount', ${record("ap")},
      'closingDate', n.preferences->>'closingDate',
      'lines', coalesce((select json_agg(json_build_object('kind', l.kind, 'account', ${record("a")},
          'item', ${record("i")}, 'class', ${record("c")}, 'customer', ${record("cu")},
          'description', l.description, 'amount', l.amount::text, 'billable', l.billable) order by l.position)
        from bill_lines l
        left join accounts a on a.id = l.account_id left join items i on i.id = l.item_id
        left join classes c on c.id = l.class_id left join customers cu on cu.id = l.customer_id
        where l.bill_id = b.id), '[]'::json),
      'duplicates', coalesce((select json_agg(json_build_object('id', d.id, 'state', d.state)) from bills d
        where d.connection_id = b.connection_id and d.vendor_id = b.vendor_id and d.id <> b.id
          and b.invoice_number <> '' and lower(d.invoice_number) = lower(b.invoice_number)
          and d.state not in ('rejected', 'voided', 'deleted')), '[]'::json)) as bill
    from bills b join connections n on n.id = b.connection_id
    left join vendors v on v.id = b.vendor_id left join terms t on t.id = b.terms_id
    left join accounts ap on ap.id = b.ap_account_id
    where b.id = any(${sql.param(billIds)}::uuid[])`);
  return new Map(result.rows.map(({ id, bill }) => [id, bill]));
}
