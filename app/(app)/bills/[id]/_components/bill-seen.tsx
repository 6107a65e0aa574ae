import type { Actor } from "@/lib/access/actor";
import { countUnread } from "@/lib/notifications/notification-views";
import { MarkBillSeen } from "./mark-bill-seen";

/** Looking at a bill marks what its reader was told of it as read. */
export async function BillSeen({ actor, billId }: { actor: Actor; billId: string }) {
  const unread = await countUnread(actor, { billId });
  return unread > 0 ? <MarkBillSeen billId={billId} /> : null;
}
