import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";
import type { PickOption } from "@/lib/ledger/ledger-views";

/** A line of a vendor's last bill, without its amount: what the next is probably for. */
export interface CodedLine {
  kind: "expense" | "item";
  account: PickOption | null;
  item: PickOption | null;
  class: PickOption | null;
  customer: PickOption | null;
  billable: boolean;
  /** Only where each of the last three bills says the same. */
  description: string;
}

/** How a vendor's last bill was coded, as far as its entries can still be chosen. */
export interface VendorCoding {
  /** Of the bill it was taken from. */
  billDate: string | null;
  termsId: string | null;
  lines: CodedLine[];
}

/** More than anybody wants to find filled in. */
const MOST_LINES = 12;

/** So many bills in a row must say the same before a description is taken for a habit. */
const HABIT = 3;

/** An entry as it can be chosen today: the one it was merged into, where it was; nothing where it is inactive. */
const live = (list: string, alias: string, line: string) =>
  sql.raw(`left join ${list} ${alias} on ${alias}.is_active and ${alias}.deleted_at is null
    and ${alias}.id = coalesce((select o.merged_into from ${list} o where o.id = ${line}), ${line})`);

const option = (alias: string) =>
  sql.raw(
    `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.full_name, 'hint', null) end`,
  );

/**
 * How the last approved bill of a vendor was coded, or the last that was entered where none is approved yet:
 * each coding once, in the order of the bill, without what QuickBooks has made inactive. Null for a vendor
 * without bills, and for one whose bill has nothing that can be chosen.
 */
export const readVendorCoding = query({
  name: "bill.save",
  input: z.object({ connectionId: z.uuid(), vendorId: z.uuid() }),
  async run({ actor, db }, { connectionId, vendorId }): Promise<VendorCoding | null> {
    const { rows } = await db.execute<{ coding: VendorCoding }>(sql`
      with last as (
        select b.id, b.bill_date, b.terms_id, row_number() over (
            order by (b.state in ('approved', 'paid')) desc, coalesce(b.bill_date, b.created_at::date) desc, b.created_at desc) as place
        from bills b
        where b.org_id = ${actor.orgId} and b.connection_id = ${connectionId} and b.vendor_id = ${vendorId}
          and b.state not in ('rejected', 'voided', 'deleted')
          and exists (select 1 from bill_lines l where l.bill_id = b.id)
        limit ${HABIT}
      ), coded as (
        select distinct on (a.id, i.id, c.id, cu.id, l.billable) l.position, l.kind, l.billable, l.description,
          l.account_id, l.item_id, l.class_id, l.customer_id,
          ${option("a")} as account, ${option("i")} as item, ${option("c")} as class, ${option("cu")} as customer
        from last join bill_lines l on l.bill_id = last.id and last.place = 1
        ${live("accounts", "a", "l.account_id")} ${live("items", "i", "l.item_id")}
        ${live("classes", "c", "l.class_id")} ${live("customers", "cu", "l.customer_id")}
        where a.id is not null or i.id is not null
        order by a.id, i.id, c.id, cu.id, l.billable, l.position
      ), kept as (select * from coded order by position limit ${MOST_LINES})
      select json_build_object('billDate', last.bill_date, 'termsId', t.id,
        'lines', (select json_agg(json_build_object('kind', k.kind, 'account', k.account, 'item', k.item,
            'class', k.class, 'customer', k.customer, 'billable', k.billable and k.customer is not null,
            'description', case when k.description <> '' and ${HABIT} = (
                select count(distinct other.id) from last other join bill_lines l on l.bill_id = other.id
                where l.description = k.description and l.account_id is not distinct from k.account_id
                  and l.item_id is not distinct from k.item_id and l.class_id is not distinct from k.class_id
                  and l.customer_id is not distinct from k.customer_id)
              then k.description else '' end) order by k.position) from kept k)) as coding
      from last ${live("terms", "t", "last.terms_id")}
      where last.place = 1 and exists (select 1 from kept)`);
    return rows[0]?.coding ?? null;
  },
});
