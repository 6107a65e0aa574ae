import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { organisations } from "@/db/schema";
import { SYNC_HISTORY_DAYS } from "@/lib/core/sync-history";

export interface Settings {
  /** Admins may approve or reject a bill that the workflow does not bring to them. */
  adminsMayOverrideWorkflow: boolean;
  mayApproveOwnBills: boolean;
  /** Days for which the messages of past runs are kept; the runs themselves stay. */
  syncHistoryDays: number;
}

const DEFAULTS: Settings = {
  adminsMayOverrideWorkflow: true,
  mayApproveOwnBills: true,
  syncHistoryDays: SYNC_HISTORY_DAYS,
};

export async function getSettings(tx: Tx | Db, orgId: string): Promise<Settings> {
  const [row] = await tx
    .select({ settings: organisations.settings })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  return { ...DEFAULTS, ...row?.settings };
}
