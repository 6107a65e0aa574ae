import { eq, sql } from "drizzle-orm";
import { billLines, billLinks, bills } from "@/db/schema";
import type { CommandContext } from "@/lib/access/command";

/**
 * Forgets the transaction of a bill that QuickBooks has no more, so that it is added there as a new one. It
 * gets a new mark, since a voided one keeps the old, and a look-up would take that for this one.
 * Gives what was known of it.
 */
export async function forgetTransaction(
  { tx }: CommandContext,
  billId: string,
): Promise<typeof billLinks.$inferSelect | undefined> {
  const [link] = await tx.delete(billLinks).where(eq(billLinks.billId, billId)).returning();
  await tx.update(billLines).set({ txnLineId: null }).where(eq(billLines.billId, billId));
  await tx
    .update(bills)
    .set({ externalGuid: sql`gen_random_uuid()`, removal: null })
    .where(eq(bills.id, billId));
  return link;
}
