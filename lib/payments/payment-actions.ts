import { type Actor, may } from "@/lib/access/actor";
import type { SyncStatus } from "@/lib/bills/sync-status";
import type { Payment } from "./store";

/** What this actor may do with a payment now. Each is guarded anew by its command. */
export interface PaymentActions {
  withdraw: boolean;
  remove: boolean;
  /** Take the order to void or delete it back. */
  keep: boolean;
  requeue: boolean;
}

interface Facts {
  state: Payment["state"];
  isFromQuickBooks: boolean;
  removal: Payment["removal"];
  sync: SyncStatus;
  txnId: string | null;
}

/** What an actor may do with a payment now: what draws its buttons. */
export function allowedFor(actor: Actor, payment: Facts): PaymentActions {
  const mayRemove = may(actor, "payment.remove");
  const isOurs = payment.state === "recorded" && !payment.isFromQuickBooks;
  return {
    withdraw: mayRemove && payment.state === "waiting",
    remove: mayRemove && isOurs && payment.removal === null && payment.txnId !== null,
    keep: mayRemove && isOurs && payment.removal !== null,
    requeue: may(actor, "job.requeue") && payment.sync.kind === "removed",
  };
}
