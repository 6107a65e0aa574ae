import type { Tx } from "@/db/client";
import { groupBy } from "@/lib/core/group-by";
import type { Refusal } from "@/lib/queue/refuse-jobs";
import { operationOf } from "@/lib/quickbooks/operations/registry";
import type { Identity } from "@/lib/quickbooks/operations/write-operation";
import type { ReadMessageSet, ReadResponse } from "@/lib/quickbooks/qbxml/decode";
import { explainStatus, isRefusal } from "@/lib/quickbooks/qbxml/status-codes";
import { answersTo } from "./answers-to";
import { carryOut, emptyOutcome } from "./carry-out";
import { hasOpenJobs, jobOf, keepPayloads, keepRefusals, openJobs, sentTimes } from "./message-jobs";
import { type Message, setMessageState } from "./message-store";
import { contextOf } from "./run-context";
import type { Run } from "./run-store";

/** A record that QuickBooks changes faster than we can follow is refused in the end, not tried for ever. */
const MOST_SENDS = 3;

const identityOf = (response: ReadResponse): Identity | undefined =>
  response.errorRecovery && {
    txnId: response.errorRecovery.TxnID,
    listId: response.errorRecovery.ListID,
    editSequence: response.errorRecovery.EditSequence,
  };

/** The answers in a document, by the jobs that they are about; only those to what this message asked. */
function answersByJob(asked: Message, set: ReadMessageSet): Map<string, ReadResponse[]> {
  const expected = answersTo(asked);
  const own = set.responses.filter(({ requestID, name }) => expected.get(requestID ?? "") === name);
  return groupBy(own, ({ requestID }) => jobOf(requestID));
}

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
  const responses = answersByJob(write, set);
  const outcome = emptyOutcome();
  const worthALook: Refusal[] = [];
  const identified: { jobId: string; payload: unknown }[] = [];
  for (const job of await openJobs(tx, write.id)) {
    const [response] = responses.get(job.job.id) ?? [];
    if (!response) continue;
    const code = String(response.statusCode);
    const refusal: Refusal = { jobId: job.job.id, code, message: response.statusMessage };
    const { class: kind } = explainStatus(response.statusCode);
    if (kind === "not-processed") {
      outcome.notProcessed.push(job.job.id);
    } else if (kind === "no-permission") {
      outcome.denied.push(refusal);
    } else if (!isRefusal(response.statusCode, response.statusSeverity)) {
      const { record, name: recordName } = response.records[0] ?? {};
      const identity = identityOf(response);
      const { answersBare, withIdentity } = operationOf(job.operation);
      if (identity && !record && withIdentity) {
        identified.push({ jobId: job.job.id, payload: withIdentity(job.payload, identity) });
        continue;
      }
      // Saved, but not a word of what: it is looked up, so that it is linked and never added again.
      const isBare = !record?.TxnID && !record?.ListID && !identity;
      if (isBare && !answersBare?.(job.payload)) continue;
      outcome.done.push({ open: job, record, recordName, identity, found: false });
    } else if (operationOf(job.operation).isWorthALook(code)) {
      worthALook.push(refusal);
    } else {
      outcome.refused.push(refusal);
    }
  }
  const tooOften = await sentTimes(
    tx,
    run.id,
    worthALook.map(({ jobId }) => jobId),
    MOST_SENDS,
  );
  await keepRefusals(
    tx,
    write.id,
    worthALook.filter(({ jobId }) => !tooOften.has(jobId)),
  );
  await keepPayloads(tx, write.id, identified);
  outcome.refused.push(...worthALook.filter(({ jobId }) => tooOften.has(jobId)));
  await carryOut(tx, run, write.id, outcome, now);
  await setMessageState(tx, write.id, (await hasOpenJobs(tx, write.id)) ? "unsettled" : "settled");
}

/** The answer to a look-up: every job that was open is judged by what QuickBooks has. */
export async function absorbLookUp(
  tx: Tx,
  run: Run,
  { write, lookUp }: { write: Message; lookUp: Message },
  set: ReadMessageSet,
  now: Date,
): Promise<void> {
  const responses = answersByJob(lookUp, set);
  const outcome = emptyOutcome();
  for (const open of await openJobs(tx, write.id)) {
    const answers = responses.get(open.job.id) ?? [];
    const { job, payload, refusal, operation } = open;
    const asked = operationOf(operation).lookUp(job.id, payload).length;
    // A look-up of which a part was itself refused proves nothing: the job stays open and is asked for again.
    const heard = answers.filter((answer) => !isRefusal(answer.statusCode, answer.statusSeverity));
    if (heard.length < asked) continue;
    const records = heard.flatMap((answer) => answer.records);
    const finding = await operationOf(operation).judge(tx, contextOf(run, now), {
      job,
      payload,
      records,
      refusal,
    });
    if (finding.outcome === "done") {
      const { record, recordName } = finding;
      outcome.done.push({ open, record, recordName, identity: undefined, found: true });
    } else if (finding.outcome === "absent") {
      outcome.notProcessed.push(job.id);
    } else if (finding.outcome === "conflict") {
      outcome.conflicts.push({ open, conflict: finding.conflict });
    } else {
      outcome.refused.push({ jobId: job.id, code: finding.code, message: finding.message });
    }
  }
  await carryOut(tx, run, write.id, outcome, now);
  if (!(await hasOpenJobs(tx, write.id))) await setMessageState(tx, write.id, "settled");
}
