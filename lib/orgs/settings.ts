import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type OrganisationSettings, organisations } from "@/db/schema";
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

/** Writes some of the settings; the others stay as they are. */
export async function saveSettings(tx: Tx, orgId: string, changes: OrganisationSettings): Promise<void> {
  await tx
    .update(organisations)
    .set({ settings: sql`settings || ${JSON.stringify(changes)}::jsonb` })
    .where(eq(organisations.id, orgId));
}

/** Whether the database knows this zone: it counts an organisation's days by it. */
export async function isTimeZone(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from pg_timezone_names where name = ${name}`);
  return rows.length > 0;
}
