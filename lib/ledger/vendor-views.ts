import { sql } from "drizzle-orm";
import { z } from "zod";
import { foreignCurrency } from "@/db/foreign-currency";
import type { PendingChange } from "@/db/schema";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import type { FieldChange } from "@/lib/audit/events";
import { AppError } from "@/lib/core/errors";
import { containing } from "@/lib/core/like-pattern";
import { asWished } from "./change-vendor";
import { ENTRY_JOINS, type EntrySync, entrySync, withoutWords } from "./entry-state";
import type { VendorFields } from "./vendor-field-labels";
import { vendorChanges } from "./vendor-fields";

export const VENDORS_PAGE = 50;

/** What a list of vendors shows: those in use, those QuickBooks does not have as wished yet, the inactive ones. */
export const VENDOR_SHOWS = ["active", "pending", "inactive"] as const;
export type VendorShow = (typeof VENDOR_SHOWS)[number];

export interface VendorRow {
  id: string;
  name: string;
  companyName: string | null;
  email: string | null;
  phone: string | null;
  /** What is owed to it, as QuickBooks says; null where it has said nothing. */
  balance: string | null;
  /** Of the balance; null where it is the company's own. */
  foreignCurrency: string | null;
  sync: EntrySync;
}

const CONDITIONS: Record<VendorShow, ReturnType<typeof sql>> = {
  active: sql`r.is_active`,
  pending: sql`(r.list_id is null or r.pending_change is not null)`,
  inactive: sql`not r.is_active`,
};

function search(q: string) {
  const conditions = q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const like = containing(word);
      return sql`and (lower(r.full_name) like ${like} or lower(r.company_name) like ${like}
        or lower(r.email) like ${like} or r.account_number like ${like})`;
    });
  return sql.join(conditions, sql` `);
}

const own = (orgId: string) =>
  sql`r.connection_id in (select id from connections where org_id = ${orgId} and deleted_at is null)`;

/** One page of a company file's vendors by name, with the count of all that fit and of what is pending. */
export const listVendors = query({
  name: "ledger.read",
  input: z.object({
    connectionId: z.uuid(),
    q: z.string().trim().max(100).default(""),
    show: z.enum(VENDOR_SHOWS).default("active"),
    page: z.number().int().min(1).max(10_000).default(1),
  }),
  async run({ actor, db }, { connectionId, q, show, page }) {
    const mine = sql`${own(actor.orgId)} and r.connection_id = ${connectionId} and r.deleted_at is null`;
    const found = sql`from vendors r where ${mine} and ${CONDITIONS[show]} ${search(q)}`;
    const [rows, counts] = await Promise.all([
      db.execute<{ row: VendorRow }>(sql`
        select json_build_object('id', r.id, 'name', r.full_name, 'companyName', r.company_name, 'email', r.email,
          'phone', r.phone, 'balance', r.balance::text, 'foreignCurrency', ${foreignCurrency("r")},
          'sync', ${entrySync("vendor")}) as row
        from (select r.* ${found} order by lower(r.full_name), r.id
              limit ${VENDORS_PAGE} offset ${(page - 1) * VENDORS_PAGE}) r
        join connections n on n.id = r.connection_id ${ENTRY_JOINS} order by lower(r.full_name), r.id`),
      db.execute<{ total: number; pending: number }>(sql`
        select (select count(*)::int ${found}) as total,
          (select count(*)::int from vendors r where ${mine} and ${CONDITIONS.pending}) as pending`),
    ]);
    const showsErrors = may(actor, "sync-error.read");
    return {
      rows: rows.rows.map(({ row }) => (showsErrors ? row : { ...row, sync: withoutWords(row.sync) })),
      ...(counts.rows[0] ?? { total: 0, pending: 0 }),
    };
  },
});

export interface VendorView extends VendorFields {
  id: string;
  connectionId: string;
  companyFile: string;
  isInQuickBooks: boolean;
  balance: string | null;
  /** As QuickBooks names it, the company's own too. */
  currency: string | null;
  /** Null where it is the company's own. */
  foreignCurrency: string | null;
  termsName: string | null;
  sync: EntrySync;
  /** Waits for QuickBooks, as people read it. */
  pending: FieldChange[];
  /** As the form shows it: what is wished over what stands. Terms by our id. */
  wished: VendorFields & { termsId: string | null };
  /** What was wished and QuickBooks changed otherwise, where that is the last that happened. */
  overruled: FieldChange[];
  /** It gave way to this vendor: its twin, or the survivor of a merge. */
  mergedInto: string | null;
}

type Row = Omit<VendorView, "pending" | "wished" | "overruled"> & {
  pendingChange: PendingChange | null;
  terms: { id: string; listId: string; name: string }[];
  overruled: { changes: FieldChange[] } | null;
};

/** One vendor with all that its page shows. */
export const readVendor = query({
  name: "ledger.read",
  input: z.object({ vendorId: z.uuid() }),
  async run({ actor, db }, { vendorId }): Promise<VendorView> {
    const found = await db.execute<{ row: Row }>(sql`
      select json_build_object('id', r.id, 'connectionId', r.connection_id, 'companyFile', coalesce(n.company_name, n.name),
        'isInQuickBooks', r.list_id is not null, 'name', r.name, 'companyName', r.company_name, 'email', r.email,
        'phone', r.phone, 'nameOnCheck', r.name_on_check, 'accountNumber', r.account_number,
        'termsListId', r.terms_list_id, 'termsName', (select t.name from terms t
          where t.connection_id = r.connection_id and t.list_id = r.terms_list_id), 'address', r.address,
        'balance', r.balance::text, 'currency', r.currency, 'foreignCurrency', ${foreignCurrency("r")}, 'mergedInto', r.merged_into,
        'pendingChange', r.pending_change, 'sync', ${entrySync("vendor")},
        'terms', coalesce((select json_agg(json_build_object('id', t.id, 'listId', t.list_id, 'name', t.name))
          from terms t where t.connection_id = r.connection_id and t.list_id is not null), '[]'::json),
        'overruled', (select case when a.name = 'vendor.change-overruled' then a.data end from audit_events a
          where a.subject = r.id and a.name in ('vendor.change-overruled', 'vendor.changed')
          order by a.seq desc limit 1)) as row
      from vendors r join connections n on n.id = r.connection_id ${ENTRY_JOINS}
      where r.id = ${vendorId} and ${own(actor.orgId)}`);
    const row = found.rows[0]?.row;
    if (!row) throw new AppError("not-found");
    const { pendingChange, terms, overruled, ...vendor } = row;
    const names = new Map(terms.map(({ listId, name }) => [listId, name]));
    const wished = asWished({ ...vendor, pendingChange });
    const termsId = terms.find(({ listId }) => listId === wished.termsListId)?.id ?? null;
    return {
      ...vendor,
      sync: may(actor, "sync-error.read") ? vendor.sync : withoutWords(vendor.sync),
      pending: vendorChanges(pendingChange ?? {}, names),
      wished: { ...wished, termsId },
      overruled: overruled?.changes ?? [],
    };
  },
});
