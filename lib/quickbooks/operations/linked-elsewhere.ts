import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { billLinks } from "@/db/schema";

/** Which of these transactions are some bill's already. */
export async function linkedElsewhere(tx: Tx, connectionId: string, txnIds: string[]): Promise<Set<string>> {
  if (txnIds.length === 0) return new Set();
  const rows = await tx
    .select({ txnId: billLinks.txnId })
    .from(billLinks)
    .where(and(eq(billLinks.connectionId, connectionId), inArray(billLinks.txnId, txnIds)));
  return new Set(rows.map((row) => row.txnId));
}
