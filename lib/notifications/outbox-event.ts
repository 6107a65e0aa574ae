import type { EventData, EventName } from "@/lib/audit/record";

/** An event that was recorded, as it comes out of the outbox. Its type, and not an interface, because a row of `execute` is a record. */
export type OutboxEvent = {
  id: string;
  orgId: string;
  subject: string;
  name: EventName;
  actorId: string | null;
  actorName: string;
  data: unknown;
  at: string;
};

/** The events of some names, with their data typed: a row was written with its name's own data. */
export function eventsNamed<Name extends EventName>(
  events: readonly OutboxEvent[],
  ...names: Name[]
): (OutboxEvent & { name: Name; data: EventData<Name> })[] {
  return events.filter(({ name }) => (names as EventName[]).includes(name)) as (OutboxEvent & {
    name: Name;
    data: EventData<Name>;
  })[];
}
