import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Tables that a refused or repeated call may write: when it came, what it sent, and that it was told. */
export const OF_THE_CALLS = [
  "connections",
  "connector_versions",
  "messages",
  "message_jobs",
  "runs",
  "run_steps",
  "sign_in_failures",
  "sync_errors",
];

/**
 * A digest of every table's rows, by name: two that are equal saw no change in between.
 * @param leaveOut tables that may change; those that note the calls themselves unless said otherwise
 */
export async function stateOfTables(db: Db, leaveOut = OF_THE_CALLS): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' order by 1`);
  const kept = tables.rows.filter(({ name }) => !leaveOut.includes(name));
  // One statement for all: thousands of comparisons are made in a test.
  const each = kept.map(
    ({ name }) => sql`select ${name}::text as name,
      md5(coalesce(string_agg(h, '' order by h), '')) as digest
      from (select md5(t::text) as h from ${sql.identifier(name)} t) rows`,
  );
  const found = await db.execute<{ name: string; digest: string }>(sql.join(each, sql` union all `));
  return Object.fromEntries(found.rows.map(({ name, digest }) => [name, digest]));
}
