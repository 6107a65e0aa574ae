import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import type { FieldChange } from "@/lib/audit/events";
import { toFiveDecimals } from "@/lib/core/money";
import { diffBills, orderChange } from "./bill-diff";

/** A record that a bill names: its id here and its name at the time. */
export interface Named {
  id: string;
  name: string;
}

export interface ContentLine {
  id: string;
  kind: "expense" | "item";
  account: Named | null;
  item: Named | null;
  description: string;
  quantity: string | null;
  cost: string | null;
  amount: string;
  class: Named | null;
  customer: Named | null;
  billable: boolean;
}

/** All that an approval signs: the bill in words, so that it reads the same whatever is renamed later. */
export interface BillContent {
  vendor: Named | null;
  invoiceNumber: string;
  billDate: string | null;
  dueDate: string | null;
  terms: Named | null;
  apAccount: Named | null;
  memo: string;
  amount: string;
  /** The vendor's currency by name, where it is not the company's own; absent from older revisions. */
  currency?: string | null;
  /** Home currency for one unit of it; null leaves the rate to QuickBooks. */
  exchangeRate?: string | null;
  lines: ContentLine[];
  /**
   * By name: their order on the page signs nothing. Absent where there are none, and from older revisions.
   * The hash is of the bytes.
   */
  documents?: { name: string; hash: string }[];
}

const named = (alias: string) =>
  sql.raw(
    `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.full_name) end`,
  );

/** The bill as it stands, with the names of all it refers to: one query. */
export async function getContent(tx: Tx | Db, billId: string): Promise<BillContent> {
  const content = (await getContents(tx, [billId])).get(billId);
  if (!content) throw new Error(`bill ${billId} has no content`);
  return content;
}

/** Several bills as they stand, by their ids: one query. */
export async function getContents(tx: Tx | Db, billIds: string[]): Promise<Map<string, BillContent>> {
  const found = await tx.execute<{ id: string; content: BillContent }>(sql`
    select b.id, json_build_object(
      'vendor', ${named("v")}, 'invoiceNumber', b.invoice_number, 'billDate', b.bill_date, 'dueDate', b.due_date,
      'terms', ${named("t")}, 'apAccount', ${named("ap")}, 'memo', b.memo, 'amount', b.amount::text,
      'currency', ${foreignCurrency()}, 'exchangeRate', trim_scale(b.exchange_rate)::text,
      'lines', coalesce((select json_agg(json_build_object(
          'id', l.id, 'kind', l.kind, 'account', ${named("a")}, 'item', ${named("i")}, 'description', l.description,
          'quantity', l.quantity::text, 'cost', l.cost::text, 'amount', l.amount::text,
          'class', ${named("c")}, 'customer', ${named("cu")}, 'billable', l.billable) order by l.position)
        from bill_lines l
        left join accounts a on a.id = l.account_id left join items i on i.id = l.item_id
        left join classes c on c.id = l.class_id left join customers cu on cu.id = l.customer_id
        where l.bill_id = b.id), '[]'::json),
      'documents', (select json_agg(json_build_object('name', d.name, 'hash', d.hash) order by d.name collate "C", d.hash)
        from bill_documents d where d.bill_id = b.id and d.removed_at is null)) as content
    from bills b join connections n on n.id = b.connection_id
    left join vendors v on v.id = b.vendor_id left join terms t on t.id = b.terms_id
    left join accounts ap on ap.id = b.ap_account_id
    where b.id = any(${sql.param(billIds)}::uuid[])`);
  return new Map(found.rows.map(({ id, content }) => [id, asSigned(content)]));
}

/** As the approvals sign it: no key where there are no documents, quantities and costs without idle zeros. */
function asSigned({ documents, ...content }: BillContent): BillContent {
  const shorten = (value: string | null) => (value === null ? null : toFiveDecimals(value));
  return {
    ...content,
    ...(documents ? { documents } : {}),
    lines: content.lines.map((line) => ({
      ...line,
      quantity: shorten(line.quantity),
      cost: shorten(line.cost),
    })),
  };
}

/** What changed from one version to the next, field by field. Empty exactly where both are signed alike. */
export function diffContent(before: BillContent, after: BillContent): FieldChange[] {
  const places = new Map(before.lines.map(({ id }, place) => [id, place]));
  const order = orderChange(after.lines.flatMap(({ id }) => places.get(id) ?? []));
  return [...diffBills(before, after, (line) => line.id), ...(order ? [order] : [])];
}
