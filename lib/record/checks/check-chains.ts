import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { CHAIN_START, type EventName, eventHash } from "@/lib/audit/record";
import type { BrokenLinks } from "./broken-links";
import { within } from "./within";

interface EventRow extends Record<string, unknown> {
  orgId: string;
  subject: string;
  seq: number;
  name: EventName;
  actorId: string | null;
  actorName: string;
  data: unknown;
  at: string;
  previousHash: string;
  hash: string;
}

const PAGE = 2000;

/** Pages of events in the order of their chains. */
async function* eventsOf(db: Db, orgId: string | undefined): AsyncGenerator<EventRow[]> {
  let last: { subject: string; seq: number } | undefined;
  while (true) {
    const { rows } = await db.execute<EventRow>(sql`
      select org_id as "orgId", subject, seq, name, actor_id as "actorId", actor_name as "actorName", data,
        ${instantText("at")} as at, previous_hash as "previousHash", hash
      from audit_events where ${within("org_id", orgId)}
        ${last ? sql`and (subject, seq) > (${last.subject}::uuid, ${last.seq}::int)` : sql``}
      order by subject, seq limit ${PAGE}`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** What is wrong with this event, given the one before it in its chain. */
function faultOf(event: EventRow, before: { seq: number; hash: string }): string | undefined {
  const named = `event ${event.seq} (${event.name})`;
  if (event.seq !== before.seq + 1) {
    const missing = before.seq + 1;
    return missing < event.seq
      ? `${named} follows event ${before.seq}: event ${missing} is missing`
      : `${named} stands where event ${missing} should`;
  }
  if (event.previousHash !== before.hash) return `${named} does not follow the event before it`;
  const { data, ...rest } = event;
  const hash = eventHash({ ...rest, data: data as Parameters<typeof eventHash>[0]["data"] });
  return hash === event.hash ? undefined : `${named} was changed: it has another hash`;
}

/** Recomputes every chain from its start, a page at a time; of each the first link that does not hold. */
export async function checkChains(
  db: Db,
  orgId: string | undefined,
  broken: BrokenLinks,
): Promise<{ events: number; chains: number }> {
  let [events, chains] = [0, 0];
  let head = { subject: "", seq: 0, hash: CHAIN_START, isBroken: false };
  for await (const page of eventsOf(db, orgId)) {
    for (const event of page) {
      if (event.subject !== head.subject) {
        head = { subject: event.subject, seq: 0, hash: CHAIN_START, isBroken: false };
        chains += 1;
      }
      events += 1;
      const fault = head.isBroken ? undefined : faultOf(event, head);
      if (fault) broken.add({ subject: event.subject, seq: event.seq, at: event.at, fault });
      head = { ...head, seq: event.seq, hash: event.hash, isBroken: head.isBroken || fault !== undefined };
    }
  }
  return { events, chains };
}
