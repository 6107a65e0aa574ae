import type { Tx } from "@/db/client";
import { updateConnection } from "@/lib/quickbooks/connections/store";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import type { Run } from "./run-store";
import { reportTrouble } from "./trouble";

/**
 * Bills, payments or credits that were linked are not in the company file any more, and nobody deleted them: an older
 * copy of the file was put back. What else it took back is found by comparing everything in the next run.
 */
export async function tellMissing(tx: Tx, run: Run, missing: number): Promise<void> {
  await updateConnection(tx, run.connectionId, { comparesNext: true });
  await reportTrouble(tx, {
    orgId: run.orgId,
    connectionId: run.connectionId,
    runId: run.id,
    code: "restored-backup" satisfies TroubleCode,
    message: `${missing === 1 ? "One record that was" : `${missing} records that were`} linked with QuickBooks (bills, payments or credits) ${missing === 1 ? "is" : "are"} not in the company file any more. Was a backup restored? Such bills stand in the Archive, where they can be added again; bills whose payment is gone are open again.`,
  });
}
