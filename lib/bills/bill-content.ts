import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { FieldChange } from "@/lib/audit/events";
import { toFiveDecimals } from "@/lib/core/money";

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
  lines: ContentLine[];
}

const named = (alias: string) =>
  sql.raw(
    `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.full_name) end`,
  );

/** The bill as it stands, with the names of all it refers to: one query. */
export async function getContent(tx: Tx | Db, billId: string): Promise<BillContent> {
  const result = await tx.execute<{ content: BillContent }>(sql`
    select json_build_object(
      'vendor', ${named("v")}, 'invoiceNumber', b.invoice_number, 'billDate', b.bill_date, 'dueDate', b.due_date,
      'terms', ${named("t")}, 'apAccount', ${named("ap")}, 'memo', b.memo, 'amount', b.amount::text,
      'lines', coalesce((select json_agg(json_build_object(
          'id', l.id, 'kind', l.kind, 'account', ${named("a")}, 'item', ${named("i")}, 'description', l.description,
          'quantity', l.quantity::text, 'cost', l.cost::text, 'amount', l.amount::text,
          'class', ${named("c")}, 'customer', ${named("cu")}, 'billable', l.billable) order by l.position)
        from bill_lines l
        left join accounts a on a.id = l.account_id left join items i on i.id = l.item_id
        left join classes c on c.id = l.class_id left join customers cu on cu.id = l.customer_id
        where l.bill_id = b.id), '[]'::json)) as content
    from bills b
    left join vendors v on v.id = b.vendor_id left join terms t on t.id = b.terms_id
    left join accounts ap on ap.id = b.ap_account_id
    where b.id = ${billId}`);
  const content = result.rows[0]?.content;
  if (!content) throw new Error(`bill ${billId} has no content`);
  const shorten = (value: string | null) => (value === null ? null : toFiveDecimals(value));
  return {
    ...content,
    lines: content.lines.map((line) => ({
      ...line,
      quantity: shorten(line.quantity),
      cost: shorten(line.cost),
    })),
  };
}

const words = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "object") return (value as Named).name;
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
};

const HEADER: [keyof BillContent, string][] = [
  ["vendor", "Vendor"],
  ["invoiceNumber", "Invoice number"],
  ["billDate", "Date"],
  ["dueDate", "Due date"],
  ["terms", "Terms"],
  ["apAccount", "A/P account"],
  ["memo", "Memo"],
  ["amount", "Amount"],
];

const LINE: [keyof ContentLine, string][] = [
  ["account", "account"],
  ["item", "item"],
  ["description", "description"],
  ["quantity", "quantity"],
  ["cost", "cost"],
  ["amount", "amount"],
  ["class", "class"],
  ["customer", "customer:job"],
  ["billable", "billable"],
];

const lineWords = (line: ContentLine): string =>
  [words(line.account ?? line.item), line.description, line.amount].filter(Boolean).join(" · ");

/** What changed from one version to the next, field by field, lines matched by their identity. */
export function diffContent(before: BillContent, after: BillContent): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: string, from: unknown, to: unknown) => {
    if (words(from) !== words(to)) changes.push({ field, from: words(from), to: words(to) });
  };
  for (const [key, label] of HEADER) compare(label, before[key], after[key]);
  const old = new Map(before.lines.map((line) => [line.id, line]));
  after.lines.forEach((line, index) => {
    const previous = old.get(line.id);
    old.delete(line.id);
    if (!previous) changes.push({ field: `Line ${index + 1}`, from: "", to: lineWords(line) });
    else for (const [key, label] of LINE) compare(`Line ${index + 1}, ${label}`, previous[key], line[key]);
  });
  for (const line of old.values()) changes.push({ field: "Line removed", from: lineWords(line), to: "" });
  return changes;
}
