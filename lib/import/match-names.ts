import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { DueRule } from "@/lib/ledger/due-date";

/** The lists that a file names entries of. */
export const NAMED_LISTS = ["vendors", "accounts", "items", "classes", "customers", "terms"] as const;
export type NamedList = (typeof NAMED_LISTS)[number];

export interface Match {
  id: string;
  name: string;
  isActive: boolean;
}

export interface Matches {
  /** By list and lower-case name as written. An account is known by its number too. */
  found: Map<string, Match>;
  /** The name that was probably meant, for one that is not there. */
  meant: Map<string, string>;
  terms: Map<string, DueRule>;
}

type MatchRow = { [Key in keyof Match]: Match[Key] } & {
  list: NamedList;
  wanted: string;
  rank: number;
  ranked: number;
};
type RuleRow = { [Key in keyof DueRule]: DueRule[Key] } & { id: string };

export const keyOf = (list: NamedList, name: string): string => `${list}\n${name.trim().toLowerCase()}`;

/** Entries whose name is the wanted one: in full, without its parents where that is one entry, or an account's number. */
const candidates = (list: NamedList, connectionId: string): SQL => {
  const number = list === "accounts" ? sql`e.account_number` : sql`null`;
  return sql`select ${list}::text as list, w.name as wanted, e.id, e.full_name as name, e.is_active as "isActive",
      case when lower(e.full_name) = w.name then 0 when ${number} = w.name then 1 when lower(e.name) = w.name then 2 else 3 end as rank
    from wanted w join ${sql.raw(list)} e on e.connection_id = ${connectionId} and e.deleted_at is null and e.merged_into is null
      and (lower(e.full_name) = w.name or ${number} = w.name or lower(e.name) = w.name
        or position(w.name in lower(e.full_name)) > 0 or (length(e.full_name) > 3 and position(lower(e.full_name) in w.name) > 0))
    where w.list = ${list}`;
};

/**
 * Finds the entries that a file's names mean, all lists in one statement. QuickBooks does not tell names
 * apart by their case. A name that fits several entries without their parents means none of them.
 */
export async function matchNames(
  db: Db | Tx,
  connectionId: string,
  wanted: ReadonlySet<string>,
): Promise<Matches> {
  const rows = JSON.stringify(
    [...wanted].map((key) => {
      const [list, name] = key.split("\n");
      return { list, name };
    }),
  );
  const union = sql.join(
    NAMED_LISTS.map((list) => candidates(list, connectionId)),
    sql` union all `,
  );
  const { rows: matched } = await db.execute<MatchRow>(sql`
    with wanted as (select list, name from json_to_recordset(${rows}::json) as x(list text, name text)),
      candidates as (${union}),
      best as (select *, count(*) over (partition by list, wanted, rank) as ranked,
        row_number() over (partition by list, wanted order by rank, "isActive" desc, length(name), name) as place from candidates)
    select list, wanted, id, name, "isActive", rank, ranked::int as ranked from best where place = 1`);
  const matches: Matches = { found: new Map(), meant: new Map(), terms: new Map() };
  for (const { list, wanted: name, rank, ranked, ...match } of matched) {
    const isCertain = rank < 2 || (rank === 2 && ranked === 1);
    if (isCertain) matches.found.set(keyOf(list, name), match);
    else matches.meant.set(keyOf(list, name), match.name);
  }
  const ids = [...matches.found].filter(([key]) => key.startsWith("terms\n")).map(([, { id }]) => id);
  if (ids.length > 0) {
    const rules = await db.execute<RuleRow>(sql`
      select id, due_days as "dueDays", day_of_month_due as "dayOfMonthDue", due_next_month_days as "dueNextMonthDays"
      from terms where id = any(${sql.param(ids)}::uuid[])`);
    for (const { id, ...rule } of rules.rows) matches.terms.set(id, rule);
  }
  return matches;
}

/** The numbers that this vendor's bills have already, of those asked for: keys are "vendor id\nnumber in lower case". */
export async function findEntered(
  db: Db | Tx,
  connectionId: string,
  asked: { vendorId: string; number: string }[],
): Promise<Set<string>> {
  const { rows } = await db.execute<{ key: string }>(sql`
    select distinct b.vendor_id || e'\n' || lower(b.invoice_number) as key
    from json_to_recordset(${JSON.stringify(asked)}::json) as x("vendorId" uuid, number text)
    join bills b on b.connection_id = ${connectionId} and b.vendor_id = x."vendorId" and lower(b.invoice_number) = lower(x.number)
    where b.state not in ('rejected', 'voided', 'deleted')`);
  return new Set(rows.map(({ key }) => key));
}
