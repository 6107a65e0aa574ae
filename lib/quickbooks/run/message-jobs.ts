import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobs, messageJobs, messages } from "@/db/schema";
import type { Job } from "@/lib/queue/job-moves";
import type { Refusal } from "@/lib/queue/refuse-jobs";

/** A job of a writing message whose outcome is not settled yet. */
export interface OpenJob {
  job: Job;
  operation: string;
  payload: unknown;
  refusal: { code: string; message: string } | null;
}

const UUID_LENGTH = 36;

/** The job that a requestID of a write, or of a look-up, begins with. */
export const jobOf = (requestID: string | undefined): string => (requestID ?? "").slice(0, UUID_LENGTH);

export async function storeMessageJobs(
  tx: Tx,
  messageId: string,
  rows: { job: Job; operation: string; payload: unknown }[],
): Promise<void> {
  // One parameter for all of them: five hundred would take longer to bind than to store.
  const given = rows.map(({ job, operation, payload }, position) => ({
    job_id: job.id,
    position,
    operation,
    payload,
  }));
  await tx.execute(sql`
    insert into message_jobs (message_id, job_id, position, operation, payload)
    select ${messageId}::uuid, x.job_id, x.position, x.operation, x.payload
    from json_to_recordset(${JSON.stringify(given)}::json)
      as x(job_id uuid, position int, operation text, payload jsonb)`);
}

/** The jobs of a writing message that are not settled, in the order they were sent. */
export async function openJobs(tx: Tx, messageId: string): Promise<OpenJob[]> {
  const rows = await tx
    .select({
      id: jobs.id,
      orgId: jobs.orgId,
      connectionId: jobs.connectionId,
      kind: jobs.kind,
      subjectId: jobs.subjectId,
      attempts: jobs.attempts,
      operation: messageJobs.operation,
      payload: messageJobs.payload,
      refusal: messageJobs.refusal,
    })
    .from(messageJobs)
    .innerJoin(jobs, eq(jobs.id, messageJobs.jobId))
    .where(and(eq(messageJobs.messageId, messageId), isNull(messageJobs.settledAt)))
    .orderBy(asc(messageJobs.position));
  return rows.map(({ operation, payload, refusal, ...job }) => ({
    job: job as Job,
    operation,
    payload,
    refusal,
  }));
}

export async function hasOpenJobs(tx: Tx, messageId: string): Promise<boolean> {
  const open = and(eq(messageJobs.messageId, messageId), isNull(messageJobs.settledAt));
  return (await tx.select({ id: messageJobs.jobId }).from(messageJobs).where(open).limit(1)).length > 0;
}

export async function settleJobs(tx: Tx, messageId: string, jobIds: string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await tx
    .update(messageJobs)
    .set({ settledAt: sql`now()` })
    .where(and(eq(messageJobs.messageId, messageId), inArray(messageJobs.jobId, jobIds)));
}

/** Keeps refusals whose meaning a look-up decides. */
export async function keepRefusals(tx: Tx, messageId: string, refusals: Refusal[]): Promise<void> {
  if (refusals.length === 0) return;
  await tx.execute(sql`
    update message_jobs set refusal = jsonb_build_object('code', x.code, 'message', x.message)
    from json_to_recordset(${JSON.stringify(refusals)}::json) as x("jobId" uuid, code text, message text)
    where message_jobs.message_id = ${messageId} and message_jobs.job_id = x."jobId"`);
}

/** Keeps what QuickBooks said of jobs that are looked up by it. */
export async function keepPayloads(
  tx: Tx,
  messageId: string,
  rows: { jobId: string; payload: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update message_jobs set payload = x.payload
    from json_to_recordset(${JSON.stringify(rows)}::json) as x("jobId" uuid, payload jsonb)
    where message_jobs.message_id = ${messageId} and message_jobs.job_id = x."jobId"`);
}

/** Those of these jobs that this run has sent so often already. */
export async function sentTimes(
  tx: Tx,
  runId: string,
  jobIds: string[],
  times: number,
): Promise<Set<string>> {
  if (jobIds.length === 0) return new Set();
  const rows = await tx
    .select({ jobId: messageJobs.jobId })
    .from(messageJobs)
    .innerJoin(messages, eq(messages.id, messageJobs.messageId))
    .where(and(eq(messages.runId, runId), inArray(messageJobs.jobId, jobIds)))
    .groupBy(messageJobs.jobId)
    .having(sql`count(*) >= ${times}`);
  return new Set(rows.map(({ jobId }) => jobId));
}
