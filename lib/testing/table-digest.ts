import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Tables that a refused or repeated call may write: when it came, what it sent, and that it was told. */
const OF_THE_CALLS = [
  "connections",
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
  const digests: Record<string, string> = {};
  for (const { name } of tables.rows) {
    if (leaveOut.includes(name)) continue;
    const found = await db.execute<{ digest: string }>(
      sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.identifier(name)} t`,
    );
    digests[name] = found.rows[0]?.digest ?? "";
  }
  return digests;
}
