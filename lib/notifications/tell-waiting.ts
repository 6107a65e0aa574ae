import type { Tx } from "@/db/client";
import type { NewNotification } from "./add-notifications";
import { eventsNamed, type OutboxEvent } from "./outbox-event";
import { toldOfWaiting } from "./told-of-waiting";
import { findWaiting } from "./waiting";

/** Another may sign for an approver from now on, or not any more: that may concern every bill. */
export const findAbsence = (events: readonly OutboxEvent[]): OutboxEvent | undefined =>
  eventsNamed(events, "absence.entered", "absence.removed").at(-1);

/** Who is to be told that bills wait for them, now that this has happened to the bills or to an approver. */
export async function tellWaiting(
  tx: Tx,
  orgId: string,
  events: readonly OutboxEvent[],
): Promise<NewNotification[]> {
  const routing = eventsNamed(
    events,
    "bill.submitted",
    "bill.signed",
    "bill.rerouted",
    "bill.approver-added",
  );
  const absence = findAbsence(events);
  if (routing.length === 0 && !absence) return [];
  const last = new Map<string, OutboxEvent>(routing.map((event) => [event.subject, event]));
  const waiting = await findWaiting(tx, orgId, absence ? undefined : [...last.keys()]);
  const told = await toldOfWaiting(tx, orgId, waiting);
  return told.flatMap((each) => {
    const event = last.get(each.billId) ?? absence;
    if (!event) return [];
    const added = eventsNamed(routing, "bill.approver-added").find(
      ({ subject, data }) => subject === each.billId && data.userId === each.userId,
    );
    const words = added && { by: added.actorName, ...(added.data.note ? { quote: added.data.note } : {}) };
    return {
      ...{ userId: each.userId, kind: "waits" as const, billId: each.billId, cause: each.cause },
      ...{ told: { ...each.told, ...words }, at: new Date(event.at), isKnown: event.actorId === each.userId },
    };
  });
}
