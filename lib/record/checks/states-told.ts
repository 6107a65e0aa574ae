import type { EventName } from "@/lib/audit/record";
import type { BillState } from "@/lib/bills/bill-states";

type BillEvent = Extract<EventName, `bill.${string}`>;

const NOTHING: readonly BillState[] = [];

/**
 * The states in which each event may leave a bill; none for an event that moves nothing. An event without a
 * row does not compile. Each of lib/bills/bill-states.ts' transitions writes one of those with states.
 */
export const STATES_TOLD: { [Name in BillEvent]: readonly BillState[] } = {
  "bill.entered": ["draft"],
  /** Taken over as QuickBooks had it, paid or not. */
  "bill.imported": ["approved", "paid"],
  "bill.submitted": ["in_approval"],
  "bill.approved": ["approved"],
  "bill.rejected": ["rejected"],
  "bill.unapproved": ["draft"],
  "bill.paid": ["paid"],
  "bill.reopened": ["approved"],
  "bill.voided": ["voided"],
  "bill.deleted-in-quickbooks": ["deleted"],
  "bill.missing-in-quickbooks": ["deleted"],
  "bill.reappeared": ["approved"],
  "bill.added-again": ["approved"],
  /** One that QuickBooks does not have is voided or deleted at once; another waits for QuickBooks. */
  "bill.removal-ordered": ["approved", "voided", "deleted"],
  "bill.removal-withdrawn": ["approved"],
  "bill.seen-in-quickbooks": NOTHING,
  "bill.changed": NOTHING,
  "bill.revised": NOTHING,
  "bill.signed": NOTHING,
  "bill.rerouted": NOTHING,
  "bill.approver-added": NOTHING,
  "bill.commented": NOTHING,
  "bill.document-added": NOTHING,
  "bill.document-removed": NOTHING,
  "bill.queued": NOTHING,
  "bill.requeued": NOTHING,
  "bill.withdrawn": NOTHING,
  "bill.refused": NOTHING,
  "bill.linked": NOTHING,
  "bill.updated": NOTHING,
  "bill.changed-in-quickbooks": NOTHING,
  "bill.merged": NOTHING,
  "bill.conflict": NOTHING,
  "bill.conflict-resolved": NOTHING,
  "bill.payment-recorded": NOTHING,
  "bill.payment-removed": NOTHING,
};
