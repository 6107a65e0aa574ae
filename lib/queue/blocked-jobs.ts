import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { resolveErrors, rowsOf, states } from "./job-moves";

/** EditSequence out of date: QuickBooks' own code for what a person must choose about. */
const CONFLICT = "3200";

/** Waits for another record, or for a person, without an attempt. */
export async function block(
  tx: Tx,
  blocks: { jobId: string; on: string | null; reason: string }[],
): Promise<void> {
  if (blocks.length === 0) return;
  await tx.execute(sql`
    update jobs set state = 'blocked', blocked_on = b.on_id, blocked_reason = b.reason, updated_at = now(),
      blocked_by = case when b.on_id is null then 'check' else 'record' end
    from (select * from json_to_recordset(${JSON.stringify(blocks.map((b) => ({ id: b.jobId, on_id: b.on, reason: b.reason })))}::json)
          as x(id uuid, on_id uuid, reason text)) b
    where jobs.id = b.id and jobs.state in (${states("block")})`);
}

/** What a check held back is looked at anew by each run: what was wrong may have been put right in QuickBooks. */
export async function releaseChecked(tx: Tx, connectionId: string): Promise<void> {
  await tx.execute(sql`
    update jobs set state = 'waiting', blocked_by = null, blocked_reason = null, updated_at = now()
    where connection_id = ${connectionId} and state in (${states("unblock")}) and blocked_by = 'check'`);
}

/** Both sides changed: the job waits for a person's choice, told as a sync error that costs no attempt. */
export async function holdForChoice(
  tx: Tx,
  runId: string,
  held: { jobId: string; message: string }[],
): Promise<void> {
  if (held.length === 0) return;
  await tx.execute(sql`
    with held as (
      select * from json_to_recordset(${JSON.stringify(held)}::json) as x("jobId" uuid, message text)
    ), moved as (
      update jobs set state = 'blocked', blocked_by = 'choice', blocked_on = null, blocked_reason = held.message,
        updated_at = now()
      from held where jobs.id = held."jobId" and jobs.state in (${states("block")})
      returning jobs.*, held.message
    )
    insert into sync_errors (org_id, connection_id, job_id, kind, subject_id, code, message, run_id)
    select org_id, connection_id, id, kind, subject_id, ${CONFLICT}, message, ${runId} from moved`);
}

/** The choice was made: the job goes on, and its error is settled. False when none waited for one. */
export async function releaseChosen(tx: Tx, orgId: string, subjectId: string): Promise<boolean> {
  const jobs = await rowsOf<{ id: string }>(
    tx,
    sql`update jobs set state = 'waiting', blocked_by = null, blocked_reason = null, updated_at = now()
        where org_id = ${orgId} and subject_id = ${subjectId} and state in (${states("unblock")})
          and blocked_by = 'choice' returning id`,
  );
  await resolveErrors(
    tx,
    jobs.map((job) => job.id),
  );
  return jobs.length > 0;
}
