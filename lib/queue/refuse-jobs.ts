import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { JOB_COLUMNS, type Job, rowsOf, states } from "./job-moves";
import { MAX_ATTEMPTS } from "./states";

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

/**
 * QuickBooks refused these. Each costs one attempt (at most one a run), makes a sync error in
 * QuickBooks' own words, and after the third the job leaves the queue. One that was changed while it was in flight goes
 * again in the next run with three attempts: what was refused is not what stands there now, so its errors are settled.
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
          select x.code, x.message, jobs.id as job_id, jobs.attempts + 1 as number, jobs.is_stale as is_over,
            not jobs.is_stale and jobs.attempts + 1 >= ${MAX_ATTEMPTS} as removed
          from json_to_recordset(${input}::json) as x("jobId" uuid, code text, message text)
          join jobs on jobs.id = x."jobId" and jobs.state in (${states("refuse")}) for update of jobs
        ), moved as (
          update jobs set attempts = case when is_over then 0 else number end, last_refused_run_id = ${context.runId},
            bisect_group = null, is_stale = false, updated_at = now(),
            state = case when removed then 'removed' else 'waiting' end
          from refusal where jobs.id = refusal.job_id
          returning jobs.*, refusal.*
        ), attempt as (
          insert into job_attempts (job_id, run_id, message_id, number, status_code, status_message)
          select job_id, ${context.runId}, ${context.messageId}, number, code, message from moved
          on conflict (job_id, run_id) do nothing
        ), earlier as (
          update sync_errors set resolved_at = now() from moved
          where sync_errors.job_id = moved.job_id and moved.is_over and sync_errors.resolved_at is null
        ), error as (
          insert into sync_errors
            (org_id, connection_id, job_id, kind, subject_id, attempt, code, message, run_id, resolved_at)
          select org_id, connection_id, job_id, kind, subject_id, number, code, message, ${context.runId},
            case when is_over then now() end from moved
        )
        select job_id as id, org_id as "orgId", connection_id as "connectionId", kind, subject_id as "subjectId",
               number as attempts, removed, code, message from moved`,
  );
}

/**
 * Nobody can find out whether QuickBooks has these. They leave the queue at once, charged with nothing: going again
 * could double them, so a person looks first and puts them back with the link button.
 */
export async function takeOutUnknown(tx: Tx, runId: string, unknown: Refusal[]): Promise<RefusedJob[]> {
  if (unknown.length === 0) return [];
  return rowsOf<RefusedJob>(
    tx,
    sql`with unknown as (
          select * from json_to_recordset(${JSON.stringify(unknown)}::json) as x("jobId" uuid, code text, message text)
        ), moved as (
          update jobs set state = 'removed', is_stale = false, updated_at = now()
          from unknown where jobs.id = unknown."jobId" and jobs.state in (${states("giveUp")})
          returning jobs.*, unknown.code, unknown.message
        ), error as (
          insert into sync_errors (org_id, connection_id, job_id, kind, subject_id, code, message, run_id)
          select org_id, connection_id, id, kind, subject_id, code, message, ${runId} from moved
        )
        select ${JOB_COLUMNS}, true as removed, code, message from moved as jobs`,
  );
}
