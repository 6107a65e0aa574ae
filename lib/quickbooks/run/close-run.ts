import type { Tx } from "@/db/client";
import { updateConnection } from "@/lib/quickbooks/connections/store";
import { endComparison } from "./full-comparison";
import { purgeHistory } from "./purge-history";
import type { RunEnds } from "./run-ends";
import { type Run, updateRun } from "./run-store";
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

export async function closeRun(tx: Tx, run: Run, now: Date): Promise<string> {
  const text = run.lastError ?? statusText(run);
  await updateRun(tx, run.id, { state: run.lastError ? "failed" : "closed", statusText: text, endedAt: now });
  await endComparison(tx, run);
  await updateConnection(tx, run.connectionId, { lastRunEndedAt: now });
  await purgeHistory(tx, run.connectionId, now);
  return text;
}

/** Something that is no record's fault ended the run: told to the Admin, and to the Web Connector when it asks. */
export async function failRun(tx: Tx, run: Run, { code, message }: RunEnds): Promise<void> {
  await updateRun(tx, run.id, { lastError: message });
  await reportTrouble(tx, { orgId: run.orgId, connectionId: run.connectionId, runId: run.id, code, message });
}
