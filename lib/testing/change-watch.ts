import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { EventName } from "@/lib/audit/record";
import { OF_THE_CALLS } from "./table-digest";

/** The refusal itself, told in the organisation's record: an answer may be damaged into that of another company file. */
const TOLD_OF_THE_CALLS: EventName[] = ["connection.foreign-file"];

/**
 * Counts every row that is written from now on, outside the tables that note the calls themselves. What a
 * transaction takes back does not count. Far cheaper than a digest: thousands of comparisons are made.
 * @returns the count so far
 */
export async function watchChanges(db: Db): Promise<() => Promise<number>> {
  await db.execute(sql`create table seen_changes (id bigint generated always as identity)`);
  await db.execute(sql`
    create function note_change() returns trigger language plpgsql as
    $$ begin insert into seen_changes default values; return null; end $$`);
  const tables = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and c.relname <> 'seen_changes'`);
  for (const { name } of tables.rows) {
    if (OF_THE_CALLS.includes(name)) continue;
    // Events are only ever added: the database refuses the rest.
    const when =
      name === "audit_events"
        ? sql.raw(
            `insert on audit_events for each row when (new.name not in ('${TOLD_OF_THE_CALLS.join("', '")}'))`,
          )
        : sql`insert or update or delete on ${sql.identifier(name)} for each row`;
    await db.execute(sql`create trigger note_change after ${when} execute function note_change()`);
  }
  return async () => {
    const found = await db.execute<{ count: string }>(sql`select count(*) from seen_changes`);
    return Number(found.rows[0]?.count);
  };
}
