import { type Actor, may } from "@/lib/access/actor";
import type { EventName } from "@/lib/audit/record";

/** They carry QuickBooks' own words on what it refused, as the sync errors do. */
const REFUSALS: ReadonlySet<EventName> = new Set<EventName>([
  "bill.refused",
  "payment.refused",
  "entry.refused",
]);

/** The events that this person may read of, in the order given: a page, a timeline and an export are of one opinion. */
export function toldTo<Event extends { name: EventName }>(actor: Actor, events: readonly Event[]): Event[] {
  const seesRefusals = may(actor, "sync-error.read");
  return events.filter(({ name }) => seesRefusals || !REFUSALS.has(name));
}
