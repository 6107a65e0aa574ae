import type { Tx } from "@/db/client";
import { type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { finish, putBack, type Refusal, refuse } from "@/lib/queue/queue";
import { operationOf } from "@/lib/quickbooks/operations/registry";
import type { Answer, Identity } from "@/lib/quickbooks/operations/write-operation";
import type { ReadMessageSet, ReadResponse } from "@/lib/quickbooks/qbxml/decode";
import { explainStatus, isRefusal } from "@/lib/quickbooks/qbxml/status-codes";
import {
  countSent,
  keepRefusal,
  type Message,
  type OpenJob,
  openJobs,
  setMessageState,
  settleJobs,
} from "./message-store";
import { contextOf } from "./next-message";
import { countInRun, type Run } from "./run-store";

/** A record that QuickBooks changes faster than we can follow is refused in the end, not tried for ever. */
const MOST_SENDS = 3;

/** What an answer means for the jobs of a message. */
interface Outcome {
  done: { open: OpenJob; record: unknown; identity: Identity | undefined; found: boolean }[];
  refused: Refusal[];
  notProcessed: string[];
}

const emptyOutcome = (): Outcome => ({ done: [], refused: [], notProcessed: [] });

/** Carries an outcome out: the ledger, the queue, the history, all in the transaction of the answer. */
async function carryOut(tx: Tx, run: Run, messageId: string, outcome: Outcome, now: Date): Promise<void> {
  const byOperation = new Map<string, Answer<unknown>[]>();
  for (const { open, ...rest } of outcome.done) {
    const answers = byOperation.get(open.operation) ?? [];
    answers.push({ job: open.job, payload: open.payload, ...rest });
    byOperation.set(open.operation, answers);
  }
  for (const [name, answers] of byOperation) await operationOf(name).absorb(tx, contextOf(run, now), answers);
  const doneIds = outcome.done.map(({ open }) => open.job.id);
  await finish(tx, doneIds);
  await putBack(tx, outcome.notProcessed);
  await tellRefusals(tx, run, messageId, outcome.refused, now);
  await settleJobs(tx, messageId, [
    ...doneIds,
    ...outcome.notProcessed,
    ...outcome.refused.map((refusal) => refusal.jobId),
  ]);
  await countInRun(tx, run.id, { written: doneIds.length, refused: outcome.refused.length });
}

/** Charges refusals and tells them on the bills they are about. */
export async function tellRefusals(
  tx: Tx,
  run: Run,
  messageId: string,
  refusals: Refusal[],
  now: Date,
): Promise<void> {
  const refused = await refuse(tx, { runId: run.id, messageId }, refusals);
  const events = refused
    .filter((job) => job.kind === "bill")
    .map(
      (job): NewEvent => ({
        orgId: job.orgId,
        subject: job.subjectId,
        ...QUICKBOOKS,
        name: "bill.refused",
        data: { code: job.code, message: job.message, attempt: job.attempts, removed: job.removed },
        at: now,
      }),
    );
  await record(tx, events);
}

const identityOf = (response: ReadResponse): Identity | undefined =>
  response.errorRecovery && {
    txnId: response.errorRecovery.TxnID,
    listId: response.errorRecovery.ListID,
    editSequence: response.errorRecovery.EditSequence,
  };

/**
 * The answer to a writing message, or the stored answer that a probe brought back. A job is settled
 * only by a response that bears its requestID; what is left open is looked up next.
 */
export async function absorbWrites(
  tx: Tx,
  run: Run,
  write: Message,
  set: ReadMessageSet,
  now: Date,
): Promise<void> {
  const responses = new Map(set.responses.map((response) => [response.requestID, response]));
  const outcome = emptyOutcome();
  const open = await openJobs(tx, write.id);
  for (const job of open) {
    const response = responses.get(job.job.id);
    if (!response) continue;
    const code = String(response.statusCode);
    if (explainStatus(response.statusCode).class === "not-processed") {
      outcome.notProcessed.push(job.job.id);
    } else if (!isRefusal(response.statusCode, response.statusSeverity)) {
      const record = response.records[0]?.record;
      const identity = identityOf(response);
      // Saved, but not a word of what: it is looked up, so that it is linked and never added again.
      if (!record?.TxnID && !record?.ListID && !identity) continue;
      outcome.done.push({ open: job, record, identity, found: false });
    } else if (
      operationOf(job.operation).isWorthALook(code) &&
      (await countSent(tx, run.id, job.job.id)) < MOST_SENDS
    ) {
      await keepRefusal(tx, write.id, job.job.id, { code, message: response.statusMessage });
    } else {
      outcome.refused.push({ jobId: job.job.id, code, message: response.statusMessage });
    }
  }
  await carryOut(tx, run, write.id, outcome, now);
  const settled = outcome.done.length + outcome.refused.length + outcome.notProcessed.length;
  await setMessageState(tx, write.id, settled === open.length ? "settled" : "unsettled");
}

/** The answer to a look-up: every job that was open is judged by what QuickBooks has. */
export async function absorbLookUp(
  tx: Tx,
  run: Run,
  write: Message,
  set: ReadMessageSet,
  now: Date,
): Promise<void> {
  const responses = new Map(set.responses.map((response) => [response.requestID, response]));
  const outcome = emptyOutcome();
  for (const open of await openJobs(tx, write.id)) {
    const response = responses.get(open.job.id);
    // A look-up that was itself refused proves nothing: the job stays open and is asked for again.
    if (!response || isRefusal(response.statusCode, response.statusSeverity)) continue;
    const { job, payload, refusal, operation } = open;
    const records = response.records.map(({ record }) => record);
    const finding = await operationOf(operation).judge(tx, contextOf(run, now), {
      job,
      payload,
      records,
      refusal,
    });
    if (finding.outcome === "done") {
      outcome.done.push({ open, record: finding.record, identity: undefined, found: true });
    } else if (finding.outcome === "absent") {
      outcome.notProcessed.push(job.id);
    } else {
      outcome.refused.push({ jobId: job.id, code: finding.code, message: finding.message });
    }
  }
  await carryOut(tx, run, write.id, outcome, now);
  if ((await openJobs(tx, write.id)).length === 0) await setMessageState(tx, write.id, "settled");
}
