import { randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobs, messageJobs, messages } from "@/db/schema";
import type { Job } from "@/lib/queue/job-moves";
import type { Refusal } from "@/lib/queue/refuse-jobs";
import { buildMessageSet, type Request } from "@/lib/quickbooks/qbxml/encode";
import type { Payload } from "./payload";

export type Message = typeof messages.$inferSelect;

/** A job of a writing message whose outcome is not settled yet. */
export interface OpenJob {
  job: Job;
  operation: string;
  payload: unknown;
  refusal: { code: string; message: string } | null;
}

/** What a message is built and stored from; the answer's columns are filled in later. */
type NewMessage = Pick<Message, "runId" | "connectionId" | "purpose"> &
  Partial<Pick<Message, "messageSetId" | "step" | "settles">> & {
    version: string;
    requests: Request[];
    /** By which QuickBooks stores its answer, or brings back a stored one. */
    sets?: { newMessageSetID?: string; oldMessageSetID?: string };
  };

/** At most 23 characters (QuickBooks takes 24): a letter and 88 random bits. */
export const newMessageSetId = (): string => `c${randomBytes(11).toString("hex")}`;

/** With the longest ID that a look-up gives its requests it stays within the 50 characters of a requestID. */
const MARK_LENGTH = 8;

/**
 * Builds a message and stores it as sent; committed before its bytes leave. Every requestID gets a mark of this
 * message, so that no copy of the answer to another one, about the same job or the same list, is taken for its own.
 */
export async function storeMessage(
  tx: Tx,
  { version, requests, sets, ...message }: NewMessage,
): Promise<Message> {
  const id = randomUUID();
  const mark = id.slice(0, MARK_LENGTH);
  const request = buildMessageSet({
    version,
    onError: "continueOnError",
    ...sets,
    requests: requests.map((one) => ({ ...one, requestID: `${one.requestID}.${mark}` })),
  });
  const [row] = await tx
    .insert(messages)
    .values({ ...message, id, requests: requests.length, request, state: "sent" })
    .returning();
  if (!row) throw new Error("a message was not stored");
  return row;
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

/** The message of this run that waits for its answer. */
export async function sentMessage(tx: Tx, runId: string): Promise<Message | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.runId, runId), eq(messages.state, "sent")))
    .orderBy(desc(messages.sentAt))
    .limit(1);
  return row;
}

/** How long its answer has been on its way, in milliseconds: by the database's clock, which also noted the sending. */
export async function waitedMs(tx: Tx, id: string): Promise<number> {
  const [row] = await tx
    .select({ ms: sql<string>`extract(epoch from now() - ${messages.sentAt}) * 1000` })
    .from(messages)
    .where(eq(messages.id, id));
  return Number(row?.ms ?? 0);
}

/** The one writing message of a company file that is not settled, if any. */
export async function unsettledWrite(tx: Tx, connectionId: string): Promise<Message | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.connectionId, connectionId),
        eq(messages.purpose, "write"),
        inArray(messages.state, ["sent", "in_doubt", "unsettled"]),
      ),
    );
  return row;
}

export async function getMessage(tx: Tx, id: string): Promise<Message> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id));
  if (!row) throw new Error(`there is no message ${id}`);
  return row;
}

/** The newest writing message that was settled: its stored answer may go when the next one is sent. */
export async function lastSettledSetId(tx: Tx, connectionId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ messageSetId: messages.messageSetId })
    .from(messages)
    .where(
      and(
        eq(messages.connectionId, connectionId),
        eq(messages.purpose, "write"),
        eq(messages.state, "settled"),
      ),
    )
    .orderBy(desc(messages.sentAt))
    .limit(1);
  return row?.messageSetId ?? undefined;
}

export async function setMessageState(tx: Tx, id: string, state: Message["state"]): Promise<void> {
  await tx.update(messages).set({ state }).where(eq(messages.id, id));
}

/** Runs before this one in which a read may still be marked as waiting: each run clears those before it. */
const RECENT_RUNS = 20;

/**
 * A message of an earlier run that was left waiting can never be answered any more. By the runs just before
 * this one, whose messages an index finds: this is asked at every call, and the history is long.
 */
export async function abandonReads(tx: Tx, connectionId: string, runId: string): Promise<void> {
  await tx.execute(sql`
    update messages set state = 'answered'
    where state = 'sent' and purpose <> 'write' and run_id in (
      select id from runs where connection_id = ${connectionId} and id <> ${runId}
      order by started_at desc limit ${RECENT_RUNS})`);
}

/** Keeps the answer as it came, compressed, for the run's history and for support. */
export async function keepAnswer(
  tx: Tx,
  id: string,
  answer: { response: Payload; hresult: string; message: string },
  compressed: Buffer | null,
): Promise<void> {
  await tx
    .update(messages)
    .set({
      response: compressed,
      responseBytes: answer.response.size,
      hresult: answer.hresult || null,
      hresultMessage: answer.message || null,
      answeredAt: sql`now()`,
    })
    .where(eq(messages.id, id));
}

/** With gzip, on a thread of its own, in pieces; null for an empty payload. */
export async function compress(payload: Payload): Promise<Buffer | null> {
  if (payload.isEmpty) return null;
  const pieces: Buffer[] = [];
  const zip = Readable.from(payload.bytes()).pipe(createGzip({ level: 1, chunkSize: 65_536 }));
  for await (const piece of zip) pieces.push(piece);
  return Buffer.concat(pieces);
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

/** Look-ups that this run has already made for a write. */
export async function countLookUps(tx: Tx, runId: string, writeId: string): Promise<number> {
  return tx.$count(
    messages,
    and(eq(messages.runId, runId), eq(messages.settles, writeId), eq(messages.purpose, "read")),
  );
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
