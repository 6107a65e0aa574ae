import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { fileKey } from "./file-store";

/**
 * One at a time, until the transaction ends, says that a file is needed or takes it away: it must not go
 * while somebody adds the same content again.
 */
export async function holdFile(tx: Tx, orgId: string, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${fileKey(orgId, hash)}, 0))`);
}
