import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { organisations } from "@/db/schema";
import type { Restarting } from "@/lib/approvals/restarts";
import { SYNC_HISTORY_DAYS } from "@/lib/core/sync-history";

export interface Settings {
  /** Admins may approve or reject a bill that the workflow does not bring to them. */
  adminsMayOverrideWorkflow: boolean;
  mayApproveOwnBills: boolean;
  /** Which edits start the approval round again, beside those that always do. */
  restartsApproval: Restarting;
  /** Everybody must sign in with a second factor. */
  requiresTwoFactor: boolean;
  /** An IANA name; absences, digests and reminders go by its days. */
  timeZone: string;
  /** Days after which an approver is reminded of a bill; 0 is never. */
  reminderDays: number;
  /** Days for which the messages of past runs are kept; the runs themselves stay. */
  syncHistoryDays: number;
}

export const DEFAULT_SETTINGS: Settings = {
  adminsMayOverrideWorkflow: true,
  mayApproveOwnBills: true,
  restartsApproval: { dates: true, coding: true, documents: true, memo: false },
  requiresTwoFactor: false,
  timeZone: "America/New_York",
  reminderDays: 3,
  syncHistoryDays: SYNC_HISTORY_DAYS,
};

export async function getSettings(tx: Tx | Db, orgId: string): Promise<Settings> {
  const [row] = await tx
    .select({ settings: organisations.settings })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  return {
    ...DEFAULT_SETTINGS,
    ...row?.settings,
    restartsApproval: { ...DEFAULT_SETTINGS.restartsApproval, ...row?.settings.restartsApproval },
  };
}
