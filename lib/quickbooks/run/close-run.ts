import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { purgeHistory } from "@/lib/quickbooks/connections/purge-history";
import { stillCompares } from "./full-comparison";
import { sentMessage } from "./message-store";
import type { RunEnds } from "./run-ends";
import { nextStep, type Run, updateRun } from "./run-store";
import { reportTrouble } from "./trouble";

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The sentence for the Web Connector's status column: "14 records written, 1 refused". */
export function statusText(run: Pick<Run, "written" | "refused" | "pulled">): string {
  const parts = [
    run.written > 0 ? `${counted(run.written, "record", "records")} written` : "",
    run.refused > 0 ? `${run.refused} refused` : "",
    run.pulled > 0 ? `${run.pulled} read` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "Finished. Nothing was new." : `Finished: ${parts.join(", ")}.`;
}

const STOPPED = "Stopped before the end; it goes on in the next run.";

/** Whether a run has done all that it was to do: not where somebody stopped it, or the power failed before. */
async function isFinished(tx: Tx, run: Run): Promise<boolean> {
  return run.recognisedAt !== null && !(await nextStep(tx, run.id)) && !(await sentMessage(tx, run.id));
}

/** Ends a run with its last error, or as finished where it came to its end; gives the closing words. */
export async function closeRun(tx: Tx, run: Run, now: Date): Promise<string> {
  const lastError = run.lastError ?? ((await isFinished(tx, run)) ? null : STOPPED);
  const text = lastError ?? statusText(run);
  await updateRun(tx, run.id, {
    state: lastError === null ? "closed" : "failed",
    lastError,
    statusText: text,
    endedAt: now,
  });
  await tx
    .update(connections)
    .set({ lastRunEndedAt: now, comparesNext: stillCompares(run) })
    .where(eq(connections.id, run.connectionId));
  await purgeHistory(tx, run.connectionId, now);
  return text;
}

/** What ended a run, told to the Admin; it is no record's fault. */
export const reportEnd = (tx: Tx, run: Run, { code, message }: RunEnds): Promise<void> =>
  reportTrouble(tx, { orgId: run.orgId, connectionId: run.connectionId, runId: run.id, code, message });

/**
 * The same, for a run that is not closed yet: the Web Connector is told as well when it asks. Which file was open, and
 * by which version of QuickBooks, is kept, since it was taken back with all else.
 */
export async function failRun(tx: Tx, run: Run, end: RunEnds): Promise<void> {
  const { path, version } = run.caller;
  await updateRun(tx, run.id, {
    lastError: end.message,
    ...(path ? { companyFilePath: path } : {}),
    ...(version ? { qbxmlVersion: version } : {}),
  });
  await record(tx, end.events);
  await reportEnd(tx, run, end);
}
