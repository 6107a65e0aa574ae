import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";

export interface Trouble {
  orgId: string;
  connectionId: string;
  runId?: string;
  /** An HRESULT, a word of ours, or the status code of a refused query; one open error a code and connection. */
  code: string;
  message: string;
}

/** An error of the connection: shown as such, charged to no record. */
export async function reportTrouble(tx: Tx, trouble: Trouble): Promise<void> {
  await tx.execute(sql`
    insert into sync_errors (org_id, connection_id, run_id, code, message)
    select ${trouble.orgId}, ${trouble.connectionId}, ${trouble.runId ?? null}, ${trouble.code}, ${trouble.message}
    where not exists (select 1 from sync_errors where connection_id = ${trouble.connectionId} and job_id is null
      and code = ${trouble.code} and resolved_at is null)`);
}

/**
 * A run reached the company file: what kept earlier ones from it is over. What was told of while this
 * very run was under way (a second computer that was sent away) stays, and so does what a backup took away.
 */
export async function resolveTroubles(
  tx: Tx,
  { id: runId, connectionId }: { id: string; connectionId: string },
): Promise<void> {
  await tx.execute(sql`
    update sync_errors set resolved_at = now()
    where connection_id = ${connectionId} and job_id is null and resolved_at is null
      and run_id is distinct from ${runId}
      and (code <> ${"restored-backup" satisfies TroubleCode} or not exists (
        select 1 from bill_links where connection_id = ${connectionId} and missing_at is not null
        union all select 1 from payments where connection_id = ${connectionId} and missing_at is not null))`);
}
