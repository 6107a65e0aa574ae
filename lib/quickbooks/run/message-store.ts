import { randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { messages } from "@/db/schema";
import { buildMessageSet, type Request } from "@/lib/quickbooks/qbxml/encode";
import { answersTo } from "./answers-to";
import type { PastLookUp } from "./choose-look-up";
import { jobOf } from "./message-jobs";
import type { Payload } from "./payload";

export type Message = typeof messages.$inferSelect;

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

/** Look-ups that this run has already made for a write, in order. */
export async function pastLookUps(tx: Tx, runId: string, writeId: string): Promise<PastLookUp[]> {
  const rows = await tx
    .select({ state: messages.state, request: messages.request })
    .from(messages)
    .where(and(eq(messages.runId, runId), eq(messages.settles, writeId), eq(messages.purpose, "read")))
    .orderBy(asc(messages.sentAt));
  return rows.map(({ state, request }) => ({
    isFailed: state === "failed",
    jobIds: [...new Set([...answersTo({ request }).keys()].map(jobOf))],
  }));
}
