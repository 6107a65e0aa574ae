import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { QuickBooksBill } from "@/db/schema";

const ref = (alias: string) =>
  sql.raw(
    `case when ${alias}.list_id is not null then json_build_object('listId', ${alias}.list_id, 'name', ${alias}.full_name) end`,
  );

/**
 * The bill as it stands here in QuickBooks' terms: what would be written, beside what is there. What is
 * left empty here QuickBooks fills in by itself, so it is taken from there and makes no difference.
 */
export async function getApprovedSnapshot(
  db: Db,
  billId: string,
  there: QuickBooksBill,
): Promise<QuickBooksBill> {
  const result = await db.execute<{ bill: QuickBooksBill }>(sql`
    select json_strip_nulls(json_build_object('vendor', ${ref("v")}, 'invoiceNumber', nullif(b.invoice_number, ''),
      'billDate', b.bill_date, 'dueDate', b.due_date, 'terms', ${ref("t")}, 'apAccount', ${ref("ap")},
      'memo', nullif(b.memo, ''), 'amount', b.amount::text, 'exchangeRate', trim_scale(b.exchange_rate)::text,
      'lines', coalesce((select json_agg(json_build_object('txnLineId', coalesce(l.txn_line_id, l.id::text),
          'kind', l.kind, 'account', ${ref("a")}, 'item', ${ref("i")}, 'description', nullif(l.description, ''),
          'quantity', trim_scale(l.quantity)::text, 'cost', trim_scale(l.cost)::text, 'amount', l.amount::text,
          'class', ${ref("c")}, 'customer', ${ref("u")}) order by l.kind, l.position)
        from bill_lines l left join accounts a on a.id = l.account_id left join items i on i.id = l.item_id
        left join classes c on c.id = l.class_id left join customers u on u.id = l.customer_id
        where l.bill_id = b.id), '[]'::json))) as bill
    from bills b left join vendors v on v.id = b.vendor_id left join terms t on t.id = b.terms_id
    left join accounts ap on ap.id = b.ap_account_id where b.id = ${billId}`);
  const bill = result.rows[0]?.bill;
  if (!bill) throw new Error(`bill ${billId} is not there`);
  const lines = new Map(there.lines.map((line) => [line.txnLineId, line]));
  return {
    ...bill,
    dueDate: bill.dueDate ?? there.dueDate,
    terms: bill.terms ?? there.terms,
    apAccount: bill.apAccount ?? there.apAccount,
    exchangeRate: bill.exchangeRate ?? there.exchangeRate,
    lines: bill.lines.map((line) => {
      const other = lines.get(line.txnLineId);
      const filled = { description: other?.description, quantity: other?.quantity, cost: other?.cost };
      return { ...filled, billable: other?.billable, ...line };
    }),
  };
}
