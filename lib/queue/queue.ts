import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  JOB_COLUMNS,
  type Job,
  move,
  OPEN_JOB_STATES,
  resolveErrors,
  rowsOf,
  states,
  uuids,
} from "./job-moves";
import { JOB_RANKS, type JobKind } from "./kinds";
import { BATCH_SIZE, type JobState } from "./states";

/**
 * Puts a record into the queue of its company file. A job that waits already takes the new version
 * (what is sent is built when it is sent); one in flight goes once more after it lands; one that was
 * removed comes back with three attempts.
 */
export async function enqueue(
  tx: Tx,
  job: {
    orgId: string;
    connectionId: string;
    kind: JobKind;
    subjectId: string;
    blockedOn?: string;
    blockedReason?: string;
  },
): Promise<void> {
  const state = job.blockedOn ? "blocked" : "waiting";
  await tx.execute(sql`
    insert into jobs (org_id, connection_id, kind, subject_id, rank, state, blocked_by, blocked_on, blocked_reason)
    values (${job.orgId}, ${job.connectionId}, ${job.kind}, ${job.subjectId}, ${JOB_RANKS[job.kind]}, ${state},
            ${job.blockedOn ? "record" : null}, ${job.blockedOn ?? null}, ${job.blockedReason ?? null})
    on conflict (connection_id, kind, subject_id)
      where state in (${OPEN_JOB_STATES})
    do update set
      is_stale = jobs.state in ('sent', 'in_doubt'),
      state = case when jobs.state in ('sent', 'in_doubt') then jobs.state else excluded.state end,
      attempts = case when jobs.state in ('sent', 'in_doubt') then jobs.attempts else 0 end,
      blocked_by = excluded.blocked_by, blocked_on = excluded.blocked_on, blocked_reason = excluded.blocked_reason,
      bisect_group = null, updated_at = now()`);
}

/** Takes a record's job out of the queue if it was not sent. One in flight is let land. */
export async function withdraw(
  tx: Tx,
  subjectId: string,
): Promise<{ withdrawn: boolean; inFlight: boolean }> {
  const open = await rowsOf<{ id: string; state: string }>(
    tx,
    sql`select id, state from jobs where subject_id = ${subjectId}
        and state in (${OPEN_JOB_STATES}) for update`,
  );
  const withdrawn = await move(
    tx,
    "withdraw",
    open.map((job) => job.id),
    sql`, finished_at = now(), is_stale = false`,
  );
  if (withdrawn.length > 0)
    await resolveErrors(
      tx,
      withdrawn.map((job) => job.id),
    );
  await tx.execute(
    sql`update jobs set is_stale = false where subject_id = ${subjectId} and state in ('sent', 'in_doubt')`,
  );
  return {
    withdrawn: withdrawn.length > 0,
    inFlight: open.some((j) => j.state === "sent" || j.state === "in_doubt"),
  };
}

/** The link button: a removed job goes back with three more attempts. False when there was none. */
export async function requeue(tx: Tx, orgId: string, subjectId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`update jobs set state = 'waiting', attempts = 0, last_refused_run_id = null, updated_at = now()
        where org_id = ${orgId} and subject_id = ${subjectId} and state in (${states("requeue")}) returning id`,
  );
  return rows.length > 0;
}

/**
 * The next jobs for one message, locked, the first in rank and age first. A job that this run was
 * refused for waits for the next run. Jobs of a message that could not be parsed come back alone,
 * half by half. Fewer than `limit` come where the first ones are not of one rank and one such half.
 */
export async function nextBatch(
  tx: Tx,
  connectionId: string,
  runId: string,
  limit = BATCH_SIZE,
): Promise<Job[]> {
  const next = sql`connection_id = ${connectionId} and state = 'waiting' and last_refused_run_id is distinct from ${runId}`;
  return rowsOf<Job>(
    tx,
    // In the order of jobs_next_idx and no condition that the planner could guess wrong: it reads this many rows
    // and ends, however long the queue is.
    sql`with next as (select * from jobs where ${next} order by rank, seq limit ${limit} for update),
             head as (select rank, bisect_group from next order by rank, seq limit 1)
        select ${JOB_COLUMNS} from next as jobs, head
        where jobs.rank = head.rank and jobs.bisect_group is not distinct from head.bisect_group
        order by jobs.seq`,
  );
}

export const markSent = (tx: Tx, jobIds: string[]): Promise<Job[]> =>
  move(tx, "send", jobIds, sql`, blocked_on = null, blocked_reason = null`);

/** The answer never came; what became of the jobs must be asked. */
export const markInDoubt = (tx: Tx, jobIds: string[]): Promise<Job[]> => move(tx, "lose", jobIds);

/** Proved not processed: back in the queue, nothing charged. */
export const putBack = (tx: Tx, jobIds: string[]): Promise<Job[]> => move(tx, "clear", jobIds);

/** As putBack, for the next run: nothing of the kind is allowed in this one. */
export const setAside = (tx: Tx, runId: string, jobIds: string[]): Promise<Job[]> =>
  move(tx, "clear", jobIds, sql`, last_refused_run_id = ${runId}`);

/** What waited for these records looks anew at what it waits for. */
async function releaseDependents(tx: Tx, jobs: Job[]): Promise<void> {
  await tx.execute(sql`
    update jobs set state = 'waiting', blocked_by = null, blocked_on = null, blocked_reason = null, updated_at = now()
    where state in (${states("unblock")}) and blocked_on = any(${uuids(jobs.map((job) => job.subjectId))})`);
}

/** The state of a record's open job; null when there is none. */
export async function openJobState(tx: Tx, subjectId: string): Promise<JobState | null> {
  const [job] = await rowsOf<{ state: JobState }>(
    tx,
    sql`select state from jobs where subject_id = ${subjectId}
        and state in (${OPEN_JOB_STATES}) order by seq desc limit 1 for update`,
  );
  return job?.state ?? null;
}

/** There is nothing left to do for these (a bill that was un-approved while it waited). */
export async function drop(tx: Tx, jobIds: string[]): Promise<void> {
  const dropped = await move(tx, "withdraw", jobIds, sql`, finished_at = now()`);
  await resolveErrors(
    tx,
    dropped.map((job) => job.id),
  );
  // QuickBooks may have the record by another way: a list brought it in under our mark.
  await releaseDependents(tx, dropped);
}

/** QuickBooks has it. Errors resolve, what waited for it moves on, what changed meanwhile goes once more. */
export async function finish(tx: Tx, jobIds: string[]): Promise<Job[]> {
  const done = await move(tx, "finish", jobIds, sql`, finished_at = now(), bisect_group = null`);
  if (done.length === 0) return done;
  const ids = done.map((job) => job.id);
  await resolveErrors(tx, ids);
  await releaseDependents(tx, done);
  await tx.execute(sql`
    insert into jobs (org_id, connection_id, kind, subject_id, rank)
    select org_id, connection_id, kind, subject_id, rank from jobs where id = any(${uuids(ids)}) and is_stale`);
  return done;
}

/** A message that QuickBooks could not parse goes again in two halves; a single request is refused. */
export async function bisect(tx: Tx, jobIds: string[]): Promise<void> {
  const half = Math.ceil(jobIds.length / 2);
  for (const part of [jobIds.slice(0, half), jobIds.slice(half)]) {
    if (part.length > 0) await move(tx, "clear", part, sql`, bisect_group = ${part[0]}`);
  }
}
