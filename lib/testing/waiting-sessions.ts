import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** How many of this database's sessions wait for a lock. */
export async function waitingSessions(db: Db): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return rows[0]?.count ?? 0;
}
