import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { JobKind } from "./kinds";
import { JOB_RANKS } from "./kinds";
import { BATCH_SIZE, JOB_MOVES, type JobMove, MAX_ATTEMPTS } from "./states";

export interface Job {
  id: string;
  orgId: string;
  connectionId: string;
  kind: JobKind;
  subjectId: string;
  attempts: number;
}

export interface Refusal {
  jobId: string;
  code: string;
  message: string;
}

/** What became of a refused job. */
export interface RefusedJob extends Job {
  removed: boolean;
  code: string;
  message: string;
}

const states = (move: JobMove): SQL => sql.raw(JOB_MOVES[move].from.map((state) => `'${state}'`).join(", "));

const JOB_COLUMNS = sql.raw(
  `jobs.id, jobs.org_id as "orgId", jobs.connection_id as "connectionId", jobs.kind, jobs.subject_id as "subjectId", jobs.attempts`,
);

const uuids = (ids: string[]) => sql`${sql.param(ids)}::uuid[]`;

/** Rows of a raw query, named by the query's own aliases. */
const rowsOf = async <Row extends object>(tx: Tx, statement: SQL): Promise<Row[]> =>
  (await tx.execute<Row & Record<string, unknown>>(statement)).rows;

/** Moves jobs by their ids; those that are not in a state to be moved stay as they are. */
async function move(tx: Tx, name: JobMove, jobIds: string[], set: SQL = sql``): Promise<Job[]> {
  if (jobIds.length === 0) return [];
  return rowsOf<Job>(
    tx,
    sql`update jobs set state = ${JOB_MOVES[name].to}, updated_at = now() ${set}
        where id = any(${uuids(jobIds)}) and state in (${states(name)}) returning ${JOB_COLUMNS}`,
  );
}

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
    insert into jobs (org_id, connection_id, kind, subject_id, rank, state, blocked_on, blocked_reason)
    values (${job.orgId}, ${job.connectionId}, ${job.kind}, ${job.subjectId}, ${JOB_RANKS[job.kind]}, ${state},
            ${job.blockedOn ?? null}, ${job.blockedReason ?? null})
    on conflict (connection_id, kind, subject_id)
      where state in ('waiting', 'blocked', 'sent', 'in_doubt', 'removed')
    do update set
      is_stale = jobs.state in ('sent', 'in_doubt'),
      state = case when jobs.state in ('sent', 'in_doubt') then jobs.state else excluded.state end,
      attempts = case when jobs.state in ('sent', 'in_doubt') then jobs.attempts else 0 end,
      blocked_on = excluded.blocked_on, blocked_reason = excluded.blocked_reason,
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
        and state in ('waiting', 'blocked', 'removed', 'sent', 'in_doubt') for update`,
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
 * half by half.
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
    sql`with head as (select rank, bisect_group from jobs where ${next} order by rank, seq limit 1)
        select ${JOB_COLUMNS} from jobs, head
        where ${next} and jobs.rank = head.rank and jobs.bisect_group is not distinct from head.bisect_group
        order by jobs.seq limit ${limit} for update of jobs`,
  );
}

export const markSent = (tx: Tx, jobIds: string[]): Promise<Job[]> =>
  move(tx, "send", jobIds, sql`, blocked_on = null, blocked_reason = null`);

/** The answer never came; what became of the jobs must be asked. */
export const markInDoubt = (tx: Tx, jobIds: string[]): Promise<Job[]> => move(tx, "lose", jobIds);

/** Proved not processed: back in the queue, nothing charged. */
export const putBack = (tx: Tx, jobIds: string[]): Promise<Job[]> => move(tx, "clear", jobIds);

/** There is nothing left to do for these (a bill that was un-approved while it waited). */
export async function drop(tx: Tx, jobIds: string[]): Promise<void> {
  const dropped = await move(tx, "withdraw", jobIds, sql`, finished_at = now()`);
  await resolveErrors(
    tx,
    dropped.map((job) => job.id),
  );
}

/** QuickBooks has it. Errors resolve, what waited for it moves on, what changed meanwhile goes once more. */
export async function finish(tx: Tx, jobIds: string[]): Promise<Job[]> {
  const done = await move(tx, "finish", jobIds, sql`, finished_at = now(), bisect_group = null`);
  if (done.length === 0) return done;
  const ids = done.map((job) => job.id);
  await resolveErrors(tx, ids);
  await tx.execute(sql`
    update jobs set state = 'waiting', blocked_on = null, blocked_reason = null, updated_at = now()
    where state in (${states("unblock")}) and blocked_on = any(${uuids(done.map((job) => job.subjectId))})`);
  await tx.execute(sql`
    insert into jobs (org_id, connection_id, kind, subject_id, rank)
    select org_id, connection_id, kind, subject_id, rank from jobs where id = any(${uuids(ids)}) and is_stale`);
  return done;
}

/** Waits for another record, or for a person, without an attempt. */
export async function block(
  tx: Tx,
  blocks: { jobId: string; on: string | null; reason: string }[],
): Promise<void> {
  if (blocks.length === 0) return;
  await tx.execute(sql`
    update jobs set state = 'blocked', blocked_on = b.on_id, blocked_reason = b.reason, updated_at = now()
    from (select * from json_to_recordset(${JSON.stringify(blocks.map((b) => ({ id: b.jobId, on_id: b.on, reason: b.reason })))}::json)
          as x(id uuid, on_id uuid, reason text)) b
    where jobs.id = b.id and jobs.state in (${states("block")})`);
}

/**
 * QuickBooks refused these. Each costs one attempt (at most one a run), makes a sync error in
 * QuickBooks' own words, and after the third the job leaves the queue.
 */
export async function refuse(
  tx: Tx,
  context: { runId: string; messageId: string | null },
  refusals: Refusal[],
): Promise<RefusedJob[]> {
  if (refusals.length === 0) return [];
  const input = JSON.stringify(refusals);
  return rowsOf<RefusedJob>(
    tx,
    sql`with refusal as (
          select * from json_to_recordset(${input}::json) as x("jobId" uuid, code text, message text)
        ), moved as (
          update jobs set attempts = attempts + 1, last_refused_run_id = ${context.runId}, bisect_group = null,
            is_stale = false, updated_at = now(),
            state = case when attempts + 1 >= ${MAX_ATTEMPTS} then 'removed' else 'waiting' end
          from refusal where jobs.id = refusal."jobId" and jobs.state in (${states("refuse")})
          returning jobs.*, refusal.code, refusal.message
        ), attempt as (
          insert into job_attempts (job_id, run_id, message_id, number, status_code, status_message)
          select id, ${context.runId}, ${context.messageId}, attempts, code, message from moved
          on conflict (job_id, run_id) do nothing
        ), error as (
          insert into sync_errors (org_id, connection_id, job_id, kind, subject_id, attempt, code, message, run_id)
          select org_id, connection_id, id, kind, subject_id, attempts, code, message, ${context.runId} from moved
        )
        select id, org_id as "orgId", connection_id as "connectionId", kind, subject_id as "subjectId", attempts,
               state = 'removed' as removed, code, message from moved`,
  );
}

/** A message that QuickBooks could not parse goes again in two halves; a single request is refused. */
export async function bisect(tx: Tx, jobIds: string[]): Promise<void> {
  const half = Math.ceil(jobIds.length / 2);
  for (const part of [jobIds.slice(0, half), jobIds.slice(half)]) {
    if (part.length > 0) await move(tx, "clear", part, sql`, bisect_group = ${part[0]}`);
  }
}

async function resolveErrors(tx: Tx, jobIds: string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await tx.execute(
    sql`update sync_errors set resolved_at = now() where job_id = any(${uuids(jobIds)}) and resolved_at is null`,
  );
}
