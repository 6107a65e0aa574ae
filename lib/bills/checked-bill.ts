import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import type { CheckedBill } from "./bill-checks";
import type { BillInput } from "./bill-input";

const object = (alias: string, more = "") =>
  sql.raw(
    `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.full_name,
      'isActive', ${alias}.is_active, 'isDeleted', ${alias}.deleted_at is not null${more}) end`,
  );

/** What became of an entry that was merged into another; chains end where an entry is live. */
const merged = (table: string, alias: string) =>
  `, 'mergedInto', (select json_build_object('id', m.id, 'name', m.full_name) from ${table} m
      where m.id = ${alias}.merged_into and m.deleted_at is null)`;

const ofSameName = (table: string, alias: string, what: string) =>
  `(select ${what} from ${table} o where o.connection_id = ${alias}.connection_id and o.list_id is not null
      and o.deleted_at is null and lower(o.full_name) = lower(${alias}.full_name) limit 1)`;

/** Of an entry that QuickBooks does not have yet: what would keep it from being added. */
const entered = (table: string, alias: string, other: string | null) =>
  `${merged(table, alias)}, 'ownName', ${alias}.name, 'isNew', ${alias}.list_id is null,
    'twin', case when ${alias}.list_id is null then ${ofSameName(table, alias, "json_build_object('id', o.id, 'name', o.full_name)")} end
    ${other ? `, 'nameOwner', case when ${alias}.list_id is null and position(':' in ${alias}.full_name) = 0 then ${ofSameName(`${other}s`, alias, `'${other}'`)} end` : ""}`;

const VENDOR = object("v", `${entered("vendors", "v", "customer")}, 'currency', v.currency`);
const TERMS = object("t", merged("terms", "t"));
const ACCOUNT = (alias: string) =>
  object(
    alias,
    `${merged("accounts", alias)}, 'accountType', ${alias}.account_type, 'currency', ${alias}.currency`,
  );
/** Inventory posts to its own accounts; of the others one is named for what they cost. */
const ITEM = object(
  "i",
  `${entered("items", "i", null)}, 'hasExpenseAccount',
    i.expense_account_list_id is not null or i.item_type not in ('Service', 'NonInventory', 'OtherCharge')`,
);
const CLASS = object("c", merged("classes", "c"));
const CUSTOMER = object("cu", entered("customers", "cu", "vendor"));

/** Bills (`b`) and their lines (`l`) with what the ledger says of every record they name: one query. */
async function check(tx: Tx | Db, bills: SQL, lines: SQL): Promise<Map<string, CheckedBill>> {
  const result = await tx.execute<{ id: string; bill: CheckedBill }>(sql`
    with b as (${bills}), l as (${lines})
    select b.id, json_build_object(
      'vendor', ${VENDOR}, 'invoiceNumber', b.invoice_number, 'memo', b.memo, 'billDate', b.bill_date, 'dueDate', b.due_date,
      'amount', b.amount::text, 'terms', ${TERMS}, 'apAccount', ${ACCOUNT("ap")},
      'closingDate', n.preferences->>'closingDate',
      'homeCurrency', case when (n.preferences->>'isMultiCurrencyOn')::boolean then n.preferences->>'homeCurrency' end,
      'lines', coalesce((select json_agg(json_build_object('kind', l.kind, 'account', ${ACCOUNT("a")},
          'item', ${ITEM}, 'class', ${CLASS}, 'customer', ${CUSTOMER},
          'description', l.description, 'quantity', trim_scale(l.quantity)::text,
          'cost', trim_scale(l.cost)::text, 'amount', l.amount::text, 'billable', l.billable) order by l.position)
        from l
        left join accounts a on a.id = l.account_id and a.connection_id = n.id
        left join items i on i.id = l.item_id and i.connection_id = n.id
        left join classes c on c.id = l.class_id and c.connection_id = n.id
        left join customers cu on cu.id = l.customer_id and cu.connection_id = n.id
        where l.bill_id is not distinct from b.id), '[]'::json),
      'duplicates', coalesce((select json_agg(json_build_object('id', d.id, 'state', d.state,
            'vendor', coalesce(v.full_name, ''), 'invoiceNumber', d.invoice_number, 'billDate', d.bill_date,
            'amount', d.amount::text, 'currency', ${foreignCurrency()})
          order by d.created_at desc) from bills d
        where d.connection_id = b.connection_id and d.vendor_id = b.vendor_id and d.id is distinct from b.id
          and b.invoice_number <> '' and lower(d.invoice_number) = lower(b.invoice_number)
          and d.state not in ('rejected', 'voided', 'deleted')), '[]'::json)) as bill
    from b join connections n on n.id = b.connection_id
    left join vendors v on v.id = b.vendor_id and v.connection_id = n.id
    left join terms t on t.id = b.terms_id and t.connection_id = n.id
    left join accounts ap on ap.id = b.ap_account_id and ap.connection_id = n.id`);
  return new Map(result.rows.map(({ id, bill }) => [id, bill]));
}

/** Bills with what the ledger says of every record they name: one query, by bill. */
export const getCheckedBills = (tx: Tx | Db, billIds: string[]): Promise<Map<string, CheckedBill>> => {
  const ids = sql`any(${sql.param(billIds)}::uuid[])`;
  return check(
    tx,
    sql`select * from bills where id = ${ids}`,
    sql`select * from bill_lines where bill_id = ${ids}`,
  );
};

/** A bill with what the ledger says of every record it names. */
export async function getCheckedBill(tx: Tx | Db, billId: string): Promise<CheckedBill> {
  const bill = (await getCheckedBills(tx, [billId])).get(billId);
  if (!bill) throw new Error(`bill ${billId} is not there to be checked`);
  return bill;
}

/** A bill as a form holds it, not saved yet; its company file must be known to be the reader's own. */
export async function getCheckedDraft(tx: Tx | Db, draft: BillInput): Promise<CheckedBill> {
  const { lines, ...header } = draft;
  const numbered = lines.map((line, position) => ({ ...line, position }));
  const found = await check(
    tx,
    sql`select "billId" as id, "connectionId" as connection_id, "vendorId" as vendor_id, "termsId" as terms_id,
        "apAccountId" as ap_account_id, "invoiceNumber" as invoice_number, memo, "billDate" as bill_date,
        "dueDate" as due_date, amount
      from json_to_record(${JSON.stringify(header)}::json) as x("billId" uuid, "connectionId" uuid, "vendorId" uuid,
        "termsId" uuid, "apAccountId" uuid, "invoiceNumber" text, memo text, "billDate" date, "dueDate" date, amount numeric)`,
    sql`select ${draft.billId}::uuid as bill_id, position, kind, "accountId" as account_id, "itemId" as item_id,
        "classId" as class_id, "customerId" as customer_id, description, quantity, cost, amount, billable
      from json_to_recordset(${JSON.stringify(numbered)}::json) as y(position int, kind text, "accountId" uuid,
        "itemId" uuid, "classId" uuid, "customerId" uuid, description text, quantity numeric, cost numeric, amount numeric,
        billable boolean)`,
  );
  const [bill] = found.values();
  if (!bill) throw new Error("a draft could not be checked");
  return bill;
}
