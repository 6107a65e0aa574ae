import type { Tx } from "@/db/client";
import { markInDoubt } from "@/lib/queue/queue";
import { operationOf } from "@/lib/quickbooks/operations/registry";
import { handOver } from "./carry-out";
import { chooseLookUp } from "./choose-look-up";
import { type OpenJob, openJobs } from "./message-jobs";
import { type Message, pastLookUps, setMessageState, storeMessage, unsettledWrite } from "./message-store";
import { contextOf } from "./run-context";
import { RunEnds } from "./run-ends";
import type { Run } from "./run-store";

/** Those that the next look-up asks for, of the jobs left open; empty when none is left to be asked about. */
async function jobsToLookUp(
  tx: Tx,
  run: Run,
  write: Message,
  open: OpenJob[],
  now: Date,
): Promise<OpenJob[]> {
  const past = await pastLookUps(tx, run.id, write.id);
  for (let left = open; left.length > 0; ) {
    const choice = chooseLookUp(
      left.map(({ job }) => job.id),
      past,
    );
    if (choice.do === "ask") return left.filter(({ job }) => choice.jobIds.includes(job.id));
    if (choice.do === "end") {
      throw RunEnds.because(
        "look-up-failed",
        "QuickBooks did not answer what became of the last records sent. Nothing was sent again.",
      );
    }
    await handOver(tx, run, write.id, choice.jobId, now);
    left = left.filter(({ job }) => job.id !== choice.jobId);
  }
  return [];
}

/**
 * A write whose answer never came is asked for first: an empty set under its own ID brings back the
 * stored answer and does nothing. What that leaves open is looked up, record by record.
 */
export async function settleWrite(tx: Tx, run: Run, now: Date): Promise<Message | null> {
  const write = await unsettledWrite(tx, run.connectionId);
  if (!write) return null;
  const { version } = contextOf(run, now);
  const open = await openJobs(tx, write.id);
  if (write.state === "sent") {
    await setMessageState(tx, write.id, "in_doubt");
    await markInDoubt(
      tx,
      open.map(({ job }) => job.id),
    );
  }
  const common = { runId: run.id, connectionId: run.connectionId, settles: write.id, version };
  if (write.state === "unsettled") {
    const asked = await jobsToLookUp(tx, run, write, open, now);
    if (asked.length === 0) {
      await setMessageState(tx, write.id, "settled");
      return null;
    }
    const requests = asked.flatMap(({ job, operation, payload }) =>
      operationOf(operation).lookUp(job.id, payload),
    );
    return storeMessage(tx, { ...common, purpose: "read", requests });
  }
  const id = write.messageSetId ?? "";
  return storeMessage(tx, {
    ...common,
    purpose: "probe",
    requests: [],
    sets: { newMessageSetID: id, oldMessageSetID: id },
  });
}
