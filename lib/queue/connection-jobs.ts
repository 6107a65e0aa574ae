import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { JOB_COLUMNS, type Job, OPEN_JOB_STATES, resolveErrors, rowsOf, states } from "./job-moves";
import type { JobKind } from "./kinds";

/** What waits for one company file, by kind, in the order in which it would go. */
export interface QueuedWork {
  kind: JobKind;
  /** Not sent: it can still be taken out of the queue. */
  unsent: number;
  /** Sent, and not answered yet. */
  inFlight: number;
}

export const countQueued = (db: Db | Tx, connectionId: string): Promise<QueuedWork[]> =>
  rowsOf<QueuedWork>(
    db as Tx,
    sql`select kind, count(*) filter (where state in (${states("withdraw")}))::int as unsent,
          count(*) filter (where state in ('sent', 'in_doubt'))::int as "inFlight"
        from jobs where connection_id = ${connectionId}
          and state in (${OPEN_JOB_STATES})
        group by kind, rank order by rank, kind`,
  );

/**
 * Takes every job of a company file that was not sent out of the queue. `at` is what they are known by
 * when they are put back. What was sent stays as it is: QuickBooks may have it, and only asking tells.
 */
export async function withdrawUnsent(tx: Tx, connectionId: string, at: Date): Promise<Job[]> {
  const jobs = await rowsOf<Job>(
    tx,
    sql`update jobs set state = 'withdrawn', finished_at = ${at.toISOString()}, updated_at = now()
        where connection_id = ${connectionId} and state in (${states("withdraw")}) returning ${JOB_COLUMNS}`,
  );
  await resolveErrors(
    tx,
    jobs.map((job) => job.id),
  );
  return jobs;
}

/**
 * Puts back what `withdrawUnsent` took out at that moment, each with three attempts. Whether there is
 * still something to send is found when it is sent, as ever.
 */
export const putBackWithdrawn = (tx: Tx, connectionId: string, at: Date): Promise<Job[]> =>
  rowsOf<Job>(
    tx,
    sql`insert into jobs (org_id, connection_id, kind, subject_id, rank)
        select org_id, connection_id, kind, subject_id, rank from jobs
        where connection_id = ${connectionId} and state = 'withdrawn' and finished_at = ${at.toISOString()}
        order by seq
        on conflict (connection_id, kind, subject_id)
          where state in (${OPEN_JOB_STATES}) do nothing
        returning ${JOB_COLUMNS}`,
  );
