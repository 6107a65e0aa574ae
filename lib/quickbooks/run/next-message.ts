import type { Tx } from "@/db/client";
import { block } from "@/lib/queue/blocked-jobs";
import { drop, markSent, nextBatch } from "@/lib/queue/queue";
import { firstPage } from "@/lib/quickbooks/operations/page-size";
import { type Pull, startAfter } from "@/lib/quickbooks/operations/pull";
import { PUSH, plannerOf, pullOf } from "@/lib/quickbooks/operations/registry";
import type { Plan } from "@/lib/quickbooks/operations/write-operation";
import { acceptedBytes } from "./accepted-bytes";
import { tellConflicts } from "./carry-out";
import { noteFirstPull } from "./first-pull";
import { identityRequests } from "./identify";
import { storeMessageJobs } from "./message-jobs";
import {
  abandonReads,
  lastSettledSetId,
  type Message,
  newMessageSetId,
  sentMessage,
  storeMessage,
} from "./message-store";
import { contextOf, FALLBACK_VERSION, pullContextOf } from "./run-context";
import { findCursor, findPageSize, moveCursor, nextStep, type Run, type Step, updateStep } from "./run-store";
import { settleWrite } from "./settle-write";
import { tellMissing } from "./tell-missing";

/**
 * The next qbXML document of a run, decided from the database alone, stored and marked as sent; null
 * when there is nothing left. In order: the message that waits for its answer already (the same bytes
 * again), the settling of an earlier write, then the first step that is not done.
 */
export async function nextMessage(tx: Tx, run: Run, now: Date): Promise<Message | null> {
  // A repeated call gets the same bytes: a write carries its ID, so QuickBooks does not do it twice.
  const waiting = await sentMessage(tx, run.id);
  if (waiting) return waiting;
  if (!run.recognisedAt) return identify(tx, run);
  await abandonReads(tx, run.connectionId, run.id);
  const settling = await settleWrite(tx, run, now);
  if (settling) return settling;
  for (let step = await nextStep(tx, run.id); step; step = await nextStep(tx, run.id)) {
    await noteFirstPull(tx, run, step, now);
    const message = step.kind === PUSH ? await push(tx, run, step, now) : await pull(tx, run, step, now);
    if (message) return message;
    await updateStep(tx, step, { state: "done" });
  }
  return null;
}

function identify(tx: Tx, run: Run): Promise<Message> {
  return storeMessage(tx, {
    runId: run.id,
    connectionId: run.connectionId,
    purpose: "read",
    version: FALLBACK_VERSION,
    requests: identityRequests(),
  });
}

/** Where a pull begins: at its cursor, or where its first one does. */
async function startOf(tx: Tx, run: Run, operation: Pull): Promise<string | null> {
  const cursor = await findCursor(tx, run.connectionId, operation.kind);
  if (cursor) return startAfter(cursor);
  const first = (await operation.firstStart?.(tx, run.connectionId)) ?? null;
  if (first) await moveCursor(tx, run.connectionId, operation.kind, first);
  return first;
}

async function pull(tx: Tx, run: Run, step: Step, now: Date): Promise<Message | null> {
  const operation = pullOf(step.kind);
  const begins = step.state === "pending" && !step.isFull;
  const fromModified = begins ? await startOf(tx, run, operation) : step.fromModified;
  const pageSize =
    step.pageSize ?? (await findPageSize(tx, run.connectionId, operation.kind)) ?? firstPage(acceptedBytes());
  const request = await operation.request(
    tx,
    pullContextOf(run, now),
    { fromModified, iteratorId: step.iteratorId, received: step.received, pageSize },
    String(step.position),
  );
  if (!request) {
    const end = await operation.ended?.(tx, pullContextOf(run, now));
    if (end && end.missing > 0) await tellMissing(tx, run, end.missing);
    return null;
  }
  await updateStep(tx, step, { state: "started", fromModified, pageSize });
  return storeMessage(tx, {
    runId: run.id,
    connectionId: run.connectionId,
    purpose: "read",
    step: step.position,
    version: contextOf(run, now).version,
    requests: [request],
  });
}

const idsOf = (plans: Plan[]): string[] => plans.map((plan) => plan.job.id);

/** The next batch of writes; jobs that cannot go now are put aside, and the next are looked at. */
async function push(tx: Tx, run: Run, step: Step, now: Date): Promise<Message | null> {
  const context = contextOf(run, now);
  for (;;) {
    const batch = await nextBatch(tx, run.connectionId, run.id);
    const [first] = batch;
    if (!first) return null;
    const plans = await plannerOf(first.kind).plan(tx, context, batch);
    await drop(tx, idsOf(plans.filter((plan) => plan.do === "drop")));
    await block(
      tx,
      plans.flatMap((plan) =>
        plan.do === "block" ? [{ jobId: plan.job.id, on: plan.on, reason: plan.reason }] : [],
      ),
    );
    await tellConflicts(
      tx,
      run,
      plans.flatMap((plan) => (plan.do === "ask" ? [plan] : [])),
      now,
    );
    const sends = plans.flatMap((plan) => (plan.do === "send" ? [plan] : []));
    if (sends.length === 0) continue;
    const messageSetId = newMessageSetId();
    const previous = await lastSettledSetId(tx, run.connectionId);
    const message = await storeMessage(tx, {
      runId: run.id,
      connectionId: run.connectionId,
      purpose: "write",
      messageSetId,
      step: step.position,
      version: context.version,
      requests: sends.map((plan) => plan.request),
      sets: { newMessageSetID: messageSetId, ...(previous ? { oldMessageSetID: previous } : {}) },
    });
    await storeMessageJobs(tx, message.id, sends);
    await markSent(tx, idsOf(sends));
    await updateStep(tx, step, { state: "started" });
    return message;
  }
}
