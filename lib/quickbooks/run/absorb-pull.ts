import type { Tx } from "@/db/client";
import { firstPage, isWorthStartingAgain, pageSizeAfter } from "@/lib/quickbooks/operations/page-size";
import { changedAt } from "@/lib/quickbooks/operations/pull";
import { pullOf } from "@/lib/quickbooks/operations/registry";
import { readResponses } from "@/lib/quickbooks/qbxml/decode";
import type { ReadRecord, ResponseStart } from "@/lib/quickbooks/qbxml/response-event";
import { isRefusal } from "@/lib/quickbooks/qbxml/status-codes";
import { acceptedBytes } from "./accepted-bytes";
import { forgetSeen, noteSeen } from "./full-comparison";
import { type Message, waitedMs } from "./message-store";
import type { Payload } from "./payload";
import { pullContextOf } from "./run-context";
import { countInRun, keepPageSize, moveCursor, type Run, type Step, updateStep } from "./run-store";
import { reportTrouble } from "./trouble";

/** Records taken in by one statement. */
const BATCH = 1000;

interface Page {
  response: ResponseStart | undefined;
  received: number;
  newest: string | null;
}

const later = (a: string | null, b: string): string | null => (b !== "" && (a === null || b > a) ? b : a);

/**
 * Reads an answer in a stream: one batch of records is read while the database takes in the one before it,
 * and there are never more of them in memory.
 */
async function takePage(payload: Payload, take: (records: ReadRecord[]) => Promise<void>): Promise<Page> {
  const page: Page = { response: undefined, received: 0, newest: null };
  let batch: ReadRecord[] = [];
  let underWay: Promise<PromiseSettledResult<void>[]> = Promise.allSettled([]);
  const settled = async () => {
    for (const outcome of await underWay) if (outcome.status === "rejected") throw outcome.reason;
  };
  const flush = async () => {
    await settled();
    if (batch.length > 0) underWay = Promise.allSettled([take(batch)]);
    batch = [];
  };
  try {
    for await (const event of readResponses(payload.chunks())) {
      if (event.type === "response") page.response = event;
      if (event.type !== "record") continue;
      batch.push(event);
      page.received += 1;
      page.newest = later(page.newest, changedAt(event));
      if (batch.length >= BATCH) await flush();
    }
    await flush();
  } finally {
    // The transaction must not be ended, or taken back, with a statement of it still to come.
    await underWay;
  }
  await settled();
  return page;
}

/**
 * Takes in one page. The cursor moves with the last page and not before: an interrupted pull begins
 * again where the last complete one ended. A query that QuickBooks refuses (a feature that is off) ends
 * its step for this run and is told. Where the first page shows that much larger ones are right, the list is
 * begun again with those.
 * @throws QbxmlError when the answer is not well-formed; the transaction takes all back
 */
export async function absorbPull(
  tx: Tx,
  run: Run,
  step: Step,
  sent: Message,
  payload: Payload,
  now: Date,
): Promise<void> {
  const pull = pullOf(step.kind);
  const context = pullContextOf(run, now);
  const { response, received, newest } = await takePage(payload, async (records) => {
    await pull.take(tx, context, records);
    if (step.isFull) await noteSeen(tx, run, step, records);
  });
  if (!response) {
    await updateStep(tx, step, { state: "done" });
    return;
  }
  if (isRefusal(response.statusCode, response.statusSeverity)) {
    return endPull(tx, run, step, { code: String(response.statusCode), message: response.statusMessage });
  }
  const newestModified = later(step.newestModified, newest ?? "");
  const remaining = response.iteratorRemainingCount ?? 0;
  const more = pull.paging === "until-nothing-to-ask" || (pull.paging === "iterator" && remaining > 0);
  const learnt =
    pull.paging === "iterator"
      ? await learnPageSize(tx, run, step, sent, { received, bytes: payload.size, remaining })
      : undefined;
  if (learnt?.startsAgain) {
    await updateStep(tx, step, { iteratorId: null, newestModified, pageSize: learnt.pageSize });
    return;
  }
  await updateStep(tx, step, {
    state: more ? "started" : "done",
    iteratorId: response.iteratorID ?? null,
    remaining: pull.paging === "iterator" ? remaining : null,
    received: step.received + received,
    newestModified,
  });
  await countInRun(tx, run.id, { pulled: received });
  if (more) return;
  await moveCursor(tx, run.connectionId, step.kind, newestModified, step.isFull);
  if (learnt) await keepPageSize(tx, run.connectionId, step.kind, learnt.pageSize);
  if (step.isFull) {
    await pull.sweep?.(tx, context, run.id);
    await forgetSeen(tx, run, step);
  }
}

/** Ends a step that got no answer it can use, and tells why. Its cursor stays: the next run asks from there again. */
export async function endPull(
  tx: Tx,
  run: Run,
  step: Step,
  { code, message }: { code: string; message: string },
): Promise<void> {
  await updateStep(tx, step, { state: "done" });
  if (step.isFull) await forgetSeen(tx, run, step);
  await reportTrouble(tx, {
    orgId: run.orgId,
    connectionId: run.connectionId,
    runId: run.id,
    code,
    message: `${pullOf(step.kind).label}: ${message}`,
  });
}

/** What a page of an iterator teaches of the next ones; after the first it may be worth beginning again. */
async function learnPageSize(
  tx: Tx,
  run: Run,
  step: Step,
  sent: Message,
  page: { received: number; bytes: number; remaining: number },
): Promise<{ pageSize: number; startsAgain: boolean }> {
  const accepted = acceptedBytes();
  const asked = step.pageSize ?? firstPage(accepted);
  const ms = await waitedMs(tx, sent.id);
  const pageSize = pageSizeAfter(asked, { records: page.received, bytes: page.bytes, ms }, accepted);
  await keepPageSize(tx, run.connectionId, step.kind, pageSize);
  return { pageSize, startsAgain: step.received === 0 && isWorthStartingAgain(asked, pageSize, page) };
}
