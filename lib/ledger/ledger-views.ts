import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { beginningWith, containing } from "@/lib/core/like-pattern";
import { currenciesOf } from "./currencies";
import type { DueRule } from "./due-date";
import { BOUGHT_ITEM_TYPES } from "./item-types";

/** Lists that may hold twenty thousand records: searched here, never sent whole. */
export const LOOKUP_LISTS = ["vendor", "customer", "item"] as const;
export type LookupList = (typeof LOOKUP_LISTS)[number];

/** Most that one search gives: more are typed past, not read. */
const MOST_FOUND = 50;

/** A record to choose. Names are full names, with colons. */
export interface PickOption {
  id: string;
  name: string;
  /** A second text, muted: a number, a company, what is special about it. */
  hint: string | null;
  /** vendor: its usual terms. */
  termsId?: string | null;
  /** vendor: its currency by name, where it is not the company's own. */
  currency?: string | null;
  /** item: what QuickBooks fills in when it is bought. */
  description?: string | null;
  cost?: string | null;
  /** account: qbXML's AccountType. */
  accountType?: string;
}

export interface TermsOption extends PickOption, DueRule {}

/** The short lists of one company file, active records only. */
export interface PickLists {
  /** For expense lines. */
  accounts: PickOption[];
  apAccounts: PickOption[];
  classes: PickOption[];
  terms: TermsOption[];
  /** The foreign currencies it is known to use, by name; empty where it has one currency. */
  currencies: string[];
}

const SOURCES: Record<LookupList, { from: SQL; option: SQL }> = {
  vendor: {
    from: sql.raw(`vendors r join connections n on n.id = r.connection_id left join terms t on t.connection_id = r.connection_id and t.list_id = r.terms_list_id
      and t.is_active and t.deleted_at is null`),
    option: sql`'termsId', t.id, 'currency', ${foreignCurrency("r")}, 'hint', case when r.list_id is null then 'not in QuickBooks yet'
      when r.company_name is distinct from r.full_name then r.company_name end`,
  },
  customer: {
    from: sql.raw("customers r"),
    option: sql.raw(`'hint', case when r.list_id is null then 'not in QuickBooks yet'
      when r.company_name is distinct from r.full_name then r.company_name end`),
  },
  item: {
    from: sql`(select * from items where item_type = any(${sql.param([...BOUGHT_ITEM_TYPES])}::text[])) r`,
    option: sql.raw(`'hint', case when r.list_id is null then 'not in QuickBooks yet'
        else nullif(r.purchase_description, '') end, 'description', nullif(r.purchase_description, ''),
      'cost', r.purchase_cost::text`),
  },
};

const live = (connectionId: string) =>
  sql`r.connection_id = ${connectionId} and r.is_active and r.deleted_at is null`;

async function assertOwn(db: Db, orgId: string, connectionId: string): Promise<void> {
  const found = await db.execute(
    sql`select 1 from connections where id = ${connectionId} and org_id = ${orgId} and deleted_at is null`,
  );
  if (found.rows.length === 0) throw new AppError("not-found");
}

/**
 * Finds active records by name, whatever the case: those that begin with the text first, then those in
 * which each of its words occurs; fifty at most. Another organisation's company file is "not found".
 */
export const lookUp = query({
  name: "ledger.read",
  input: z.object({
    list: z.enum(LOOKUP_LISTS),
    connectionId: z.uuid(),
    q: z.string().trim().max(200).default(""),
  }),
  async run({ actor, db }, { list, connectionId, q }): Promise<PickOption[]> {
    await assertOwn(db, actor.orgId, connectionId);
    const { from, option } = SOURCES[list];
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const contains = words.map((word) => sql`and lower(r.full_name) like ${containing(word)}`);
    const result = await db.execute<{ option: PickOption }>(sql`
      select json_build_object('id', r.id, 'name', r.full_name, ${option}) as option from ${from}
      where ${live(connectionId)} ${sql.join(contains, sql` `)}
      order by (lower(r.full_name) like ${beginningWith(q.toLowerCase())}) desc, lower(r.full_name), r.id
      limit ${MOST_FOUND}`);
    return result.rows.map((row) => row.option);
  },
});

/** The lists a bill form shows whole: accounts by number and name, classes, terms with their due rule. */
export const readPickLists = query({
  name: "ledger.read",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, db }, { connectionId }): Promise<PickLists> {
    await assertOwn(db, actor.orgId, connectionId);
    const accounts = (types: SQL) => sql`coalesce((
      select json_agg(json_build_object('id', r.id, 'name', r.full_name, 'accountType', r.account_type,
        'hint', concat_ws(' · ', nullif(r.account_number, ''), regexp_replace(r.account_type, '([a-z])([A-Z])', '\\1 \\2', 'g')))
        order by r.account_number nulls last, lower(r.full_name))
      from accounts r where ${live(connectionId)} and ${types}), '[]'::json)`;
    const result = await db.execute<{ lists: PickLists }>(sql`
      select json_build_object(
        'accounts', ${accounts(sql`r.account_type not in ('AccountsPayable', 'NonPosting')`)},
        'apAccounts', ${accounts(sql`r.account_type = 'AccountsPayable'`)},
        'classes', coalesce((select json_agg(json_build_object('id', r.id, 'name', r.full_name, 'hint', null)
          order by lower(r.full_name)) from classes r where ${live(connectionId)}), '[]'::json),
        'currencies', ${currenciesOf(sql`${connectionId}::uuid`)},
        'terms', coalesce((select json_agg(json_build_object('id', r.id, 'name', r.full_name, 'hint', null,
          'dueDays', r.due_days, 'dayOfMonthDue', r.day_of_month_due, 'dueNextMonthDays', r.due_next_month_days)
          order by lower(r.full_name)) from terms r where ${live(connectionId)}), '[]'::json)) as lists`);
    const lists = result.rows[0]?.lists;
    if (!lists) throw new Error("the pick lists gave no row");
    return lists;
  },
});
