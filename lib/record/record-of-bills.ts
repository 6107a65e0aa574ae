import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import { instantText } from "@/db/instant-text";
import type { Actor } from "@/lib/access/actor";
import type { BillContent } from "@/lib/bills/bill-content";
import type { BillState } from "@/lib/bills/bill-states";
import { toldTo } from "@/lib/bills/told-to";
import { visibleTo } from "@/lib/bills/visible-bills";
import { HASHED_EVENT, type HashedEvent, type ProvenEntry, proven } from "./proven-entry";
import { type Days, writtenIn } from "./written-in";

export interface RecordedSignature {
  name: string;
  forName: string | null;
  verdict: "approved" | "rejected";
  isOverride: boolean;
  note: string | null;
  round: number;
  step: number;
  revision: number;
  at: string;
}

export interface RecordedDocument {
  name: string;
  /** SHA-256 of its bytes, hexadecimal. */
  hash: string;
  size: number;
  addedBy: string;
  addedAt: string;
  removedBy: string | null;
  removedAt: string | null;
}

/** Everything that the record says of one bill. Instants are ISO 8601 in UTC, amounts decimal strings. */
export interface BillRecord {
  id: string;
  state: BillState;
  vendor: string;
  invoiceNumber: string;
  amount: string;
  /** The vendor's currency by name, where it is not the company's own. */
  currency: string | null;
  /** The company's own by name; null where its file does not say. */
  homeCurrency: string | null;
  /** Home currency for one unit of the vendor's; null leaves the rate to QuickBooks. */
  exchangeRate: string | null;
  /** The newest revision that was put before approvers; null for a bill that never was. */
  content: BillContent | null;
  revisions: { number: number; round: number; hash: string; createdBy: string | null; at: string }[];
  signatures: RecordedSignature[];
  /** Those taken off again included. */
  documents: RecordedDocument[];
  /** What this reader may read of it; the numbers show where something else stands between. */
  events: ProvenEntry[];
  /** Events that are kept from this reader. */
  withheld: number;
}

type RawRecord = Omit<BillRecord, "events" | "withheld"> & { events: HashedEvent[] };

/** Bills read at once: the memory of an export is bounded by it. */
const PAGE = 50;

const list = (rows: SQL) => sql`coalesce((${rows}), '[]'::json)`;

/** The records of the bills that fit, a page at a time, in the order they were entered: one query a page. */
export async function* recordsOf(db: Db | Tx, actor: Actor, which: SQL): AsyncGenerator<BillRecord> {
  let after: { at: string; id: string } | undefined;
  while (true) {
    const { rows } = await db.execute<{ record: RawRecord; at: string }>(sql`
      select b.created_at::text as at, json_build_object('id', b.id, 'state', b.state, 'vendor', coalesce(v.full_name, ''),
        'invoiceNumber', b.invoice_number, 'amount', b.amount::text,
        'currency', ${foreignCurrency()}, 'homeCurrency', n.preferences->>'homeCurrency',
        'exchangeRate', trim_scale(b.exchange_rate)::text,
        'content', (select r.content from bill_revisions r where r.bill_id = b.id order by r.number desc limit 1),
        'revisions', ${list(sql`select json_agg(json_build_object('number', r.number, 'round', r.round, 'hash', r.hash,
            'createdBy', w.name, 'at', ${instantText("r.created_at")}) order by r.number)
          from bill_revisions r left join users w on w.id = r.created_by where r.bill_id = b.id`)},
        'signatures', ${list(sql`select json_agg(json_build_object('name', w.name, 'forName', f.name, 'verdict', s.verdict,
            'isOverride', s.is_override, 'note', s.note, 'round', s.round, 'step', s.step, 'revision', r.number,
            'at', ${instantText("s.signed_at")}) order by s.signed_at, s.id)
          from bill_signatures s join users w on w.id = s.user_id join bill_revisions r on r.id = s.revision_id
          left join users f on f.id = s.for_user_id where s.bill_id = b.id`)},
        'documents', ${list(sql`select json_agg(json_build_object('name', d.name, 'hash', d.hash, 'size', d.size,
            'addedBy', w.name, 'addedAt', ${instantText("d.added_at")}, 'removedBy', x.name,
            'removedAt', ${instantText("d.removed_at")}) order by d.added_at, d.position, d.id)
          from bill_documents d join users w on w.id = d.added_by left join users x on x.id = d.removed_by
          where d.bill_id = b.id`)},
        'events', ${list(sql`select json_agg(${HASHED_EVENT} order by a.seq)
          from audit_events a where a.subject = b.id`)}) as record
      from bills b join connections n on n.id = b.connection_id left join vendors v on v.id = b.vendor_id
      where ${visibleTo(actor)} and ${which}
        ${after ? sql`and (b.created_at, b.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
      order by b.created_at, b.id limit ${PAGE}`);
    for (const { record } of rows) {
      const events = toldTo(actor, record.events).map((event) => proven(event, record.currency));
      yield { ...record, events, withheld: record.events.length - events.length };
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { at: last.at, id: last.record.id };
  }
}

/** The bills about which something was written down in these days, both included, in this time zone. */
export const touchedIn = (days: Days): SQL => sql`exists (
  select 1 from audit_events a where a.org_id = b.org_id and a.subject = b.id and ${writtenIn(days)})`;
