import type { Events } from "./events";

/** The events that people are told of, in the app and by mail: lib/notifications says whom and how. */
export const TOLD_EVENTS: ReadonlySet<keyof Events> = new Set<keyof Events>([
  "bill.submitted",
  "bill.signed",
  "bill.rerouted",
  "bill.approver-added",
  "bill.commented",
  "bill.rejected",
  "bill.refused",
  "payment.refused",
  "entry.refused",
  "connection.silent",
  "absence.entered",
  "absence.removed",
]);
