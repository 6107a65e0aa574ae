import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { organisations } from "@/db/schema";

export interface Settings {
  /** Admins may approve or reject a bill that the workflow does not bring to them. */
  adminsMayOverrideWorkflow: boolean;
  mayApproveOwnBills: boolean;
}

const DEFAULTS: Settings = { adminsMayOverrideWorkflow: true, mayApproveOwnBills: true };

export async function getSettings(tx: Tx | Db, orgId: string): Promise<Settings> {
  const [row] = await tx
    .select({ settings: organisations.settings })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  return { ...DEFAULTS, ...row?.settings };
}
