import { eq } from "drizzle-orm";
import { billLines, billLinks } from "@/db/schema";
import type { CommandContext } from "@/lib/access/command";
import { enqueueEntries, waitsForEntry } from "@/lib/ledger/enqueue-entries";
import { enqueue, openJobState } from "@/lib/queue/queue";
import { forgetTransaction } from "./forget-transaction";
import { markForFetch } from "./link-store";
import type { Bill } from "./store";

/**
 * What the queue will do with an approved bill, as far as is known: change the transaction that it has, or will
 * have once what is in flight has landed, or else add it. A transaction that was deleted in QuickBooks while the
 * bill was not approved here is forgotten; one that is there is fetched in the next run, for it may have been paid
 * or voided meanwhile.
 */
async function prepareLink(context: CommandContext, bill: Bill): Promise<"add" | "change"> {
  const { tx, record } = context;
  const [link] = await tx.select().from(billLinks).where(eq(billLinks.billId, bill.id));
  if (link?.deletedAt) {
    await forgetTransaction(context, bill.id);
    await record("bill.added-again", bill.id, { oldTxnId: link.txnId, byApproval: true });
    return "add";
  }
  if (link) {
    await markForFetch(tx, bill.connectionId, [link.txnId]);
    return "change";
  }
  const open = await openJobState(tx, bill.id);
  return open === "sent" || open === "in_doubt" ? "change" : "add";
}

/**
 * Puts an approved bill into the sync queue, and before it the vendor, the items and the customers and
 * jobs it names that QuickBooks does not have yet: it waits for the first of them, then for the next.
 */
export async function enqueueBill(context: CommandContext, bill: Bill): Promise<void> {
  const { tx, actor, record } = context;
  const operation = await prepareLink(context, bill);
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
  await record("bill.queued", bill.id, { operation });
}
