import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";

/** The channel on which every server hears that something of an organisation changed. */
export const CHANGES_CHANNEL = "countersign_changes";

/** Sent when the transaction commits, and only then; PostgreSQL folds repeats within one. */
export async function announce(tx: Tx | Db, orgId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${orgId})`);
}
