import { sql } from "drizzle-orm";
import { instantText } from "@/db/instant-text";
import { type TimelineEntry, type ToldEvent, tellEvent } from "@/lib/bills/tell-event";

interface Hashes {
  /** Of the revision that the event names; null where it names none. */
  revisionHash: string | null;
  previousHash: string;
  hash: string;
}

/** An event as it was written down, with its hashes. */
export type HashedEvent = ToldEvent & Hashes;

/** An event in words, with what makes it provable. */
export type ProvenEntry = TimelineEntry & Hashes & { actorName: string };

/** A HashedEvent as JSON, of an event `a`. */
export const HASHED_EVENT = sql`json_build_object('seq', a.seq, 'name', a.name, 'actorName', a.actor_name,
  'data', a.data, 'at', ${instantText("a.at")}, 'revisionHash', a.data->>'revisionHash',
  'previousHash', a.previous_hash, 'hash', a.hash)`;

/** @param currency what the event's amounts are in, by its name in QuickBooks; null is the company's own */
export function proven(event: HashedEvent, currency: string | null): ProvenEntry {
  const { actorName, revisionHash, previousHash, hash } = event;
  return { ...tellEvent(event, currency), actorName, revisionHash, previousHash, hash };
}
