import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { CHAIN_START, type EventName, eventHash } from "@/lib/audit/record";
import { canonicalJson } from "@/lib/core/canonical";
import { sha256 } from "@/lib/core/hash";

/** A place at which the record does not hold. */
export interface BrokenLink {
  /** The bill, payment, entry or organisation that the event is about. */
  subject: string;
  /** The event's number in its chain; null for what stands beside the chain. */
  seq: number | null;
  /** ISO 8601; the earliest broken link is told first. */
  at: string;
  /** What is wrong, in words. */
  fault: string;
}

export interface Verification {
  events: number;
  chains: number;
  revisions: number;
  signatures: number;
  /** Of each chain the first link that does not hold, the earliest first; empty when all hold. */
  broken: BrokenLink[];
}

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

interface RevisionRow extends Record<string, unknown> {
  id: string;
  billId: string;
  number: number;
  content: unknown;
  hash: string;
  at: string;
}

const PAGE = 2000;
const SHOWN = 100;

const within = (column: string, orgId: string | undefined): SQL =>
  orgId === undefined ? sql`true` : sql`${sql.raw(column)} = ${orgId}`;

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

async function verifyChains(db: Db, orgId: string | undefined): Promise<Verification> {
  const result: Verification = { events: 0, chains: 0, revisions: 0, signatures: 0, broken: [] };
  let head = { subject: "", seq: 0, hash: CHAIN_START, isBroken: false };
  for await (const page of eventsOf(db, orgId)) {
    for (const event of page) {
      if (event.subject !== head.subject) {
        head = { subject: event.subject, seq: 0, hash: CHAIN_START, isBroken: false };
        result.chains += 1;
      }
      result.events += 1;
      const fault = head.isBroken ? undefined : faultOf(event, head);
      if (fault) result.broken.push({ subject: event.subject, seq: event.seq, at: event.at, fault });
      head = { ...head, seq: event.seq, hash: event.hash, isBroken: head.isBroken || fault !== undefined };
    }
  }
  return result;
}

/** Frozen bills whose content is not what was signed. */
async function verifyRevisions(db: Db, orgId: string | undefined, result: Verification): Promise<void> {
  let last: string | undefined;
  while (true) {
    const { rows } = await db.execute<RevisionRow>(sql`
      select r.id, r.bill_id as "billId", r.number, r.content, r.hash, ${instantText("r.created_at")} as at
      from bill_revisions r join bills b on b.id = r.bill_id
      where ${within("b.org_id", orgId)} ${last ? sql`and r.id > ${last}` : sql``} order by r.id limit ${PAGE}`);
    for (const { billId, number, content, hash, at } of rows) {
      result.revisions += 1;
      if (sha256(canonicalJson(content)) === hash) continue;
      result.broken.push({ subject: billId, seq: null, at, fault: `revision ${number} was changed` });
    }
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id;
  }
}

/** Signatures and events that do not belong together, and bills without the history that their state needs. */
async function verifySignatures(db: Db, orgId: string | undefined, result: Verification): Promise<void> {
  const { rows: counted } = await db.execute<{ signatures: number }>(sql`
    select count(*)::int as signatures from bill_signatures s join bills b on b.id = s.bill_id
    where ${within("b.org_id", orgId)}`);
  result.signatures = counted[0]?.signatures ?? 0;
  const told = sql`a.subject = s.bill_id and a.actor_id = s.user_id and (a.data->>'round')::int = s.round
    and a.data->>'revisionHash' = r.hash
    and a.name = case s.verdict when 'approved' then 'bill.signed' else 'bill.rejected' end`;
  const { rows } = await db.execute<{ subject: string; at: string; fault: string }>(sql`
    select s.bill_id as subject, ${instantText("s.signed_at")} as at,
      'the signature of ' || u.name || ' in round ' || s.round || ' is not in its chain' as fault
    from bill_signatures s join bills b on b.id = s.bill_id join bill_revisions r on r.id = s.revision_id
      join users u on u.id = s.user_id
    where ${within("b.org_id", orgId)} and not exists (select 1 from audit_events a where ${told})
    union all
    select a.subject, ${instantText("a.at")}, 'event ' || a.seq || ' (' || a.name || ') has no signature'
    from audit_events a
    where ${within("a.org_id", orgId)} and a.name in ('bill.signed', 'bill.rejected') and not exists (
      select 1 from bill_signatures s join bill_revisions r on r.id = s.revision_id where ${told})
    union all
    select b.id, ${instantText("b.created_at")}, 'the bill has no history at all'
    from bills b where ${within("b.org_id", orgId)} and not exists (select 1 from audit_events a where a.subject = b.id)
    union all
    select b.id, ${instantText("b.approved_at")}, 'the bill is approved and its history does not say so'
    from bills b where ${within("b.org_id", orgId)} and b.approved_at is not null and not exists (
      select 1 from audit_events a where a.subject = b.id and a.name in ('bill.approved', 'bill.imported'))
    order by at limit ${SHOWN}`);
  result.broken.push(...rows.map((row) => ({ ...row, seq: null })));
}

/**
 * Recomputes the record, in bounded memory: every chain of events from its start, every frozen bill,
 * every signature against the event that tells of it. What somebody with the database's own powers
 * changed, took out or put in shows itself here; what they cut off the end of a chain does when a
 * signature or an approval was in it.
 * @param orgId one organisation's; all without it
 */
export async function verifyRecord(db: Db, orgId?: string): Promise<Verification> {
  const result = await verifyChains(db, orgId);
  await verifyRevisions(db, orgId, result);
  await verifySignatures(db, orgId, result);
  result.broken.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  result.broken.length = Math.min(result.broken.length, SHOWN);
  return result;
}
