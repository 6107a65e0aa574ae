import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { auditEvents, eventOutbox } from "@/db/schema";
import { canonicalJson } from "@/lib/core/canonical";
import { sha256 } from "@/lib/core/hash";
import type { Events } from "./events";
import { TOLD_EVENTS } from "./told-events";

export type EventName = keyof Events;
export type EventData<Name extends EventName> = Events[Name];

export interface NewEvent<Name extends EventName = EventName> {
  orgId: string;
  /** The bill's id, or the organisation's for what concerns no bill. */
  subject: string;
  name: Name;
  actorId: string | null;
  actorName: string;
  data: EventData<Name>;
  at: Date;
}

/** Who speaks when QuickBooks' answer, not a person, is what happened. */
export const QUICKBOOKS = { actorId: null, actorName: "QuickBooks" } as const;

/** What the first event of a chain follows. */
export const CHAIN_START = "0".repeat(64);

/** The hash of one event: over all that it says and the hash of the one before. */
export function eventHash(
  event: Omit<NewEvent, "at"> & { seq: number; at: string; previousHash: string },
): string {
  const { orgId, subject, seq, name, actorId, actorName, data, at, previousHash } = event;
  return sha256(canonicalJson({ orgId, subject, seq, name, actorId, actorName, data, at, previousHash }));
}

/**
 * Appends events to their subjects' chains, and those that somebody is told of to the outbox: four
 * statements at most, however many events. Writers of one
 * chain take turns (an advisory lock until the transaction ends), so that no two follow the same event.
 */
export async function record(tx: Tx, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const subjects = [...new Set(events.map((event) => event.subject))].sort();
  const list = sql.param(subjects);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(s, 7)) from unnest(${list}::text[]) s`);
  const heads = await tx.execute<{ subject: string; seq: number; hash: string }>(sql`
    select distinct on (subject) subject, seq, hash from audit_events
    where subject = any(${list}::uuid[]) order by subject, seq desc`);
  const chains = new Map(heads.rows.map((head) => [head.subject, { seq: head.seq, hash: head.hash }]));
  const rows = events.map((event) => {
    const head = chains.get(event.subject) ?? { seq: 0, hash: CHAIN_START };
    const row = { ...event, seq: head.seq + 1, previousHash: head.hash };
    const hash = eventHash({ ...row, at: event.at.toISOString() });
    chains.set(event.subject, { seq: row.seq, hash });
    return { ...row, hash };
  });
  const inserted = await tx
    .insert(auditEvents)
    .values(rows)
    .returning({ eventId: auditEvents.id, orgId: auditEvents.orgId, name: auditEvents.name });
  const told = inserted.filter(({ name }) => TOLD_EVENTS.has(name as EventName));
  if (told.length > 0) {
    await tx.insert(eventOutbox).values(told.map(({ eventId, orgId }) => ({ eventId, orgId })));
  }
}
