import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { env } from "@/lib/core/env";
import { WAITING_KINDS } from "./kinds";

/** Rows taken away by one statement, so that none holds its locks for long. */
const BATCH = 5_000;

/** Deletes the rows of a table for which this holds, a batch at a time. Gives how many. */
async function deleteWhere(db: Db, table: SQL, isOver: SQL): Promise<number> {
  let gone = 0;
  for (;;) {
    const { rows } = await db.execute(
      sql`delete from ${table} where id in (select id from ${table} where ${isOver} limit ${BATCH}) returning id`,
    );
    gone += rows.length;
    if (rows.length < BATCH) return gone;
  }
}

/**
 * Clears away what people were told longer ago than NOTIFICATION_DAYS: what was read that long ago, and mail that
 * has gone or failed, of this organisation or of none. What is unread stays, and so does what was read of a bill
 * that still waits: reminders count from it.
 * @returns how many notifications and mails went
 */
export async function purgeTold(db: Db, orgId: string, now: Date): Promise<number> {
  const before = sql`${now.toISOString()}::timestamptz - make_interval(days => ${env().NOTIFICATION_DAYS})`;
  const notifications = await deleteWhere(
    db,
    sql`notifications`,
    sql`org_id = ${orgId} and read_at < ${before}
      and (over_at is not null or kind <> all(${sql.param([...WAITING_KINDS])}::text[]))`,
  );
  const mails = await deleteWhere(
    db,
    sql`mails`,
    sql`(org_id = ${orgId} or org_id is null) and state <> 'waiting' and created_at < ${before}`,
  );
  return notifications + mails;
}
