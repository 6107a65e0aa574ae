import { eq } from "drizzle-orm";
import { billLines, billLinks } from "@/db/schema";
import type { CommandContext } from "@/lib/access/command";
import { enqueueEntries, waitsForEntry } from "@/lib/ledger/enqueue-entries";
import { enqueue } from "@/lib/queue/queue";
import type { Bill } from "./store";

/**
 * Puts an approved bill into the sync queue, and before it the vendor, the items and the customers and
 * jobs it names that QuickBooks does not have yet: it waits for the first of them, then for the next.
 */
export async function enqueueBill({ tx, actor, record }: CommandContext, bill: Bill): Promise<void> {
  const place = { orgId: actor.orgId, connectionId: bill.connectionId };
  const lines = await tx
    .select({ itemId: billLines.itemId, customerId: billLines.customerId })
    .from(billLines)
    .where(eq(billLines.billId, bill.id));
  const [first] = await enqueueEntries(tx, place, {
    vendor: [bill.vendorId],
    item: lines.map((line) => line.itemId),
    customer: lines.map((line) => line.customerId),
  });
  await enqueue(tx, {
    ...place,
    kind: "bill",
    subjectId: bill.id,
    ...(first ? { blockedOn: first.id, blockedReason: waitsForEntry(first.list, first.fullName) } : {}),
  });
  const link = await tx
    .select({ txnId: billLinks.txnId })
    .from(billLinks)
    .where(eq(billLinks.billId, bill.id));
  await record("bill.queued", bill.id, { operation: link.length > 0 ? "change" : "add" });
}
