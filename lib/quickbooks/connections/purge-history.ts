import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { SYNC_HISTORY_DAYS } from "@/lib/core/sync-history";

/** Most that is looked through and taken away at once: the Web Connector waits for the closing words. */
const MOST_RUNS = 200;
const MOST_MESSAGES = 1_000;

/** Rounds of that size for one company file in a day. */
const MOST_ROUNDS = 50;

/**
 * Takes away the messages of this company file's runs that are older than the organisation keeps them,
 * with their jobs; the steps of a run go with its last message, the run itself stays. Never what an open
 * question needs: a writing message that is not settled, what was asked to settle it, and the last
 * writing message, whose ID the next one names as its old one.
 * @returns how many messages went
 */
export async function purgeHistory(tx: Tx, connectionId: string, now: Date): Promise<number> {
  const before = sql`${now.toISOString()}::timestamptz - make_interval(days => (
    select coalesce((o.settings->>'syncHistoryDays')::int, ${SYNC_HISTORY_DAYS})
    from connections c join organisations o on o.id = c.org_id where c.id = ${connectionId}))`;
  // A run that went silent is told to be dead by the next one, which may never come.
  const isOld = sql`connection_id = ${connectionId} and (state <> 'open' or last_call_at < ${before})
    and purged_at is null and started_at < ${before}`;
  // Nearly every time there is none: then this is all that the closing call waits for.
  const old = await tx.execute(sql`select 1 from runs where ${isOld} order by started_at limit 1`);
  if (old.rows.length === 0) return 0;
  const gone = await tx.execute(sql`
    with old_run as materialized (
      select id from runs where ${isOld} order by started_at limit ${MOST_RUNS}
    ), last_write as (
      select id from messages where connection_id = ${connectionId} and purpose = 'write'
      order by sent_at desc limit 1
    ), doomed as materialized (
      select m.id from messages m join old_run on old_run.id = m.run_id
      where (m.purpose <> 'write' or m.state = 'settled') and m.id not in (select id from last_write)
        and not exists (select 1 from messages w where w.id = m.settles and w.state <> 'settled')
      order by m.sent_at limit ${MOST_MESSAGES}
    ), gone_jobs as (
      delete from message_jobs using doomed where message_jobs.message_id = doomed.id
    )
    delete from messages using doomed where messages.id = doomed.id returning messages.id`);
  await tx.execute(sql`
    with emptied as (
      update runs set purged_at = ${now.toISOString()} where id in (
        select id from runs where ${isOld} order by started_at limit ${MOST_RUNS})
        and not exists (select 1 from messages m where m.run_id = runs.id)
      returning id
    )
    delete from run_steps using emptied where run_steps.run_id = emptied.id`);
  return gone.rows.length;
}

/** The same for every company file of an organisation, in rounds: of those too that are disconnected, or never end a run. */
export async function purgeHistories(db: Db, orgId: string, now: Date): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from connections where org_id = ${orgId}`);
  for (const { id } of rows) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if ((await db.transaction((tx) => purgeHistory(tx, id, now))) < MOST_MESSAGES) break;
    }
  }
}
