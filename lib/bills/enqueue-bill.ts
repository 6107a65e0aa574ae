import { eq } from "drizzle-orm";
import { billLinks, vendors } from "@/db/schema";
import type { CommandContext } from "@/lib/access/command";
import { enqueue } from "@/lib/queue/queue";
import type { Bill } from "./store";

/** Puts an approved bill into the sync queue; it waits for its vendor where QuickBooks does not have that yet. */
export async function enqueueBill({ tx, actor, record }: CommandContext, bill: Bill): Promise<void> {
  const [vendor] = bill.vendorId
    ? await tx
        .select({ id: vendors.id, listId: vendors.listId, name: vendors.name })
        .from(vendors)
        .where(eq(vendors.id, bill.vendorId))
    : [];
  const waits = vendor && vendor.listId === null;
  const place = { orgId: actor.orgId, connectionId: bill.connectionId };
  if (waits) await enqueue(tx, { ...place, kind: "vendor", subjectId: vendor.id });
  await enqueue(tx, {
    ...place,
    kind: "bill",
    subjectId: bill.id,
    ...(waits
      ? { blockedOn: vendor.id, blockedReason: `Vendor ${vendor.name} is not in QuickBooks yet.` }
      : {}),
  });
  const link = await tx
    .select({ txnId: billLinks.txnId })
    .from(billLinks)
    .where(eq(billLinks.billId, bill.id));
  await record("bill.queued", bill.id, { operation: link.length > 0 ? "change" : "add" });
}
