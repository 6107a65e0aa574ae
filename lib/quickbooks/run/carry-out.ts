import type { Tx } from "@/db/client";
import { type EventName, type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { holdForChoice } from "@/lib/queue/blocked-jobs";
import type { Job } from "@/lib/queue/job-moves";
import type { JobKind } from "@/lib/queue/kinds";
import { finish, putBack, setAside } from "@/lib/queue/queue";
import { type Refusal, type RefusedJob, refuse, takeOutUnknown } from "@/lib/queue/refuse-jobs";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import { operationOf } from "@/lib/quickbooks/operations/registry";
import type { Answer, Conflict, Identity } from "@/lib/quickbooks/operations/write-operation";
import { type OpenJob, settleJobs } from "./message-jobs";
import { contextOf } from "./run-context";
import { countInRun, type Run } from "./run-store";
import { reportTrouble } from "./trouble";

/** How a refusal is told in the history of the record it is about. */
const REFUSED = {
  vendor: "entry.refused",
  item: "entry.refused",
  customer: "entry.refused",
  bill: "bill.refused",
  payment: "payment.refused",
  removal: "entry.refused",
} as const satisfies Record<JobKind, EventName>;

/** What an answer means for the jobs of a message. */
export interface Outcome {
  done: {
    open: OpenJob;
    record: unknown;
    recordName?: string | undefined;
    identity: Identity | undefined;
    found: boolean;
  }[];
  refused: Refusal[];
  notProcessed: string[];
  conflicts: { open: OpenJob; conflict: Conflict }[];
  /** Not allowed at all: a trouble of the connection. These wait for the next run, charged with nothing. */
  denied: Refusal[];
}

export const emptyOutcome = (): Outcome => ({
  done: [],
  refused: [],
  notProcessed: [],
  conflicts: [],
  denied: [],
});

const jobIds = (refusals: Refusal[]): string[] => refusals.map((refusal) => refusal.jobId);

/** Carries an outcome out: the ledger, the queue, the history, all in the transaction of the answer. */
export async function carryOut(
  tx: Tx,
  run: Run,
  messageId: string,
  outcome: Outcome,
  now: Date,
): Promise<void> {
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
  await setAside(tx, run.id, jobIds(outcome.denied));
  // One open trouble a code, in the words of the first.
  const deniedByCode = new Map([...outcome.denied].reverse().map((denied) => [denied.code, denied]));
  for (const { code, message } of deniedByCode.values()) {
    await reportTrouble(tx, {
      orgId: run.orgId,
      connectionId: run.connectionId,
      runId: run.id,
      code,
      message,
    });
  }
  await tellRefusals(tx, run, messageId, outcome.refused, now);
  await tellConflicts(
    tx,
    run,
    outcome.conflicts.map(({ open, conflict }) => ({ job: open.job, conflict })),
    now,
  );
  await settleJobs(tx, messageId, [
    ...doneIds,
    ...outcome.notProcessed,
    ...outcome.conflicts.map(({ open }) => open.job.id),
    ...jobIds(outcome.refused),
    ...jobIds(outcome.denied),
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
  await record(
    tx,
    refused.map((job) => refusalEvent(job, job.attempts, now)),
  );
}

const refusalEvent = (job: RefusedJob, attempt: number, at: Date): NewEvent => ({
  orgId: job.orgId,
  subject: job.subjectId,
  ...QUICKBOOKS,
  name: REFUSED[job.kind],
  data: { code: job.code, message: job.message, attempt, removed: job.removed },
  at,
});

/** Hands a job over to a person: its answer was lost, and QuickBooks cannot be asked what became of it. */
export async function handOver(tx: Tx, run: Run, writeId: string, jobId: string, now: Date): Promise<void> {
  const code = "outcome-unknown" satisfies TroubleCode;
  const message =
    "The answer was lost, and what QuickBooks has of it cannot be found out. It was not sent again: it may be there.";
  const unknown = await takeOutUnknown(tx, run.id, [{ jobId, code, message }]);
  await record(
    tx,
    unknown.map((job) => refusalEvent(job, 0, now)),
  );
  await settleJobs(tx, writeId, [jobId]);
}

/** Puts jobs aside until a person has chosen between two versions, and tells it on their records. */
export async function tellConflicts(
  tx: Tx,
  run: Run,
  conflicts: { job: Job; conflict: Conflict }[],
  now: Date,
): Promise<void> {
  await holdForChoice(
    tx,
    run.id,
    conflicts.map(({ job, conflict }) => ({ jobId: job.id, message: conflict.message })),
  );
  await record(
    tx,
    conflicts.map(
      ({ job, conflict }): NewEvent => ({
        orgId: job.orgId,
        subject: job.subjectId,
        ...QUICKBOOKS,
        name: "bill.conflict",
        data: { changes: conflict.changes },
        at: now,
      }),
    ),
  );
}
