import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import type { AppliedPayment, QuickBooksBill, Removal } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import type { AskedApprover } from "@/lib/approvals/steps-in-force";
import { AppError } from "@/lib/core/errors";
import { authorsOf } from "@/lib/orgs/bill-authors";
import { awayUntil, standInOf } from "@/lib/orgs/stand-ins";
import type { BillState } from "./bill-states";
import { SYNC_JOINS, SYNC_STATUS, type SyncStatus } from "./sync-status";
import type { ToldEvent } from "./tell-event";
import { QUEUE_KEY, visibleTo, waitsFor } from "./visible-bills";

/** A verdict in the history. Times are ISO 8601, in UTC. */
export interface SignatureView {
  userId: string;
  name: string;
  /** The absent approver for whom a stand-in signed, by id and by name. */
  forUserId: string | null;
  forName: string | null;
  verdict: "approved" | "rejected";
  isOverride: boolean;
  note: string | null;
  round: number;
  step: number;
  revision: number;
  revisionHash: string;
  at: string;
}

export interface RevisionView {
  number: number;
  round: number;
  hash: string;
  createdBy: string | null;
  at: string;
}

/** One refusal by QuickBooks, open or resolved. */
export interface SyncErrorView {
  code: string;
  message: string;
  attempt: number | null;
  at: string;
  resolvedAt: string | null;
}

/** Somebody who is asked in the present round, and why. */
export interface RouteView extends AskedApprover {
  name: string;
  reason: string;
  standInName: string | null;
  /** The last day on which the stand-in may sign, YYYY-MM-DD. */
  awayUntil: string | null;
  /** Who added them to this bill by hand, by name. */
  addedBy: string | null;
}

/** Everything that is kept about one bill but its content: the shape of the one query below. */
export interface BillRecord {
  id: string;
  connectionId: string;
  state: BillState;
  round: number;
  version: number;
  enteredById: string | null;
  authorIds: string[];
  enteredBy: string;
  createdAt: string;
  approvedAt: string | null;
  /** Ordered to be voided or deleted in QuickBooks, and not done yet. */
  removal: Removal | null;
  sync: SyncStatus;
  link: {
    txnId: string;
    editSequence: string;
    linkedAt: string;
    seenAt: string;
    written: QuickBooksBill | null;
    current: QuickBooksBill | null;
    openAmount: string | null;
    isPaid: boolean;
    isVoided: boolean;
    deletedAt: string | null;
    /** It was not deleted there: the company file was restored from a backup. */
    isMissing: boolean;
    payments: AppliedPayment[];
  } | null;
  route: RouteView[];
  signatures: SignatureView[];
  revisions: RevisionView[];
  errors: SyncErrorView[];
  events: ToldEvent[];
}

const list = (rows: ReturnType<typeof sql>) => sql`coalesce((${rows}), '[]'::json)`;

/** The record of one bill that this actor may see: one query. Throws "not-found". */
export async function getBillRecord(db: Db, actor: Actor, billId: string): Promise<BillRecord> {
  const result = await db.execute<{ record: BillRecord }>(sql`
    select json_build_object('id', b.id, 'connectionId', b.connection_id, 'state', b.state, 'round', b.round,
      'version', b.version, 'enteredById', b.entered_by, 'authorIds', to_json(${authorsOf("b")}), 'enteredBy', coalesce(u.name, 'QuickBooks'), 'createdAt', ${instantText("b.created_at")},
      'approvedAt', ${instantText("b.approved_at")}, 'removal', b.removal, 'sync', ${SYNC_STATUS},
      'link', case when k.bill_id is null then null else json_build_object('txnId', k.txn_id,
        'editSequence', k.edit_sequence,
        'linkedAt', ${instantText("k.linked_at")}, 'seenAt', ${instantText("k.seen_at")}, 'written', k.written,
        'current', k.current, 'openAmount', k.open_amount::text, 'isPaid', k.is_paid, 'isVoided', k.is_voided,
        'deletedAt', ${instantText("k.deleted_at")}, 'isMissing', k.missing_at is not null, 'payments', k.payments) end,
      'route', ${list(sql`select json_agg(json_build_object('step', p.step, 'stage', p.stage, 'need', p.need,
          'userId', p.user_id, 'name', w.name, 'reason', p.reason, 'standInId', deputy.id, 'standInName', deputy.name,
          'awayUntil', ${awayUntil("b", "p.user_id")}, 'addedBy', adder.name) order by p.step, w.name)
        from bill_approvers p join users w on w.id = p.user_id left join users adder on adder.id = p.added_by
        left join users deputy on deputy.id = ${standInOf("b", "p.user_id")}
        where p.bill_id = b.id and p.round = b.round`)},
      'signatures', ${list(sql`select json_agg(json_build_object('userId', s.user_id, 'name', w.name,
          'forUserId', s.for_user_id, 'forName', f.name, 'verdict', s.verdict, 'isOverride', s.is_override, 'note', s.note, 'round', s.round, 'step', s.step,
          'revision', r.number, 'revisionHash', r.hash, 'at', ${instantText("s.signed_at")}) order by s.signed_at, s.id)
        from bill_signatures s join users w on w.id = s.user_id left join users f on f.id = s.for_user_id join bill_revisions r on r.id = s.revision_id
        where s.bill_id = b.id`)},
      'revisions', ${list(sql`select json_agg(json_build_object('number', r.number, 'round', r.round, 'hash', r.hash,
          'createdBy', w.name, 'at', ${instantText("r.created_at")}) order by r.number)
        from bill_revisions r left join users w on w.id = r.created_by where r.bill_id = b.id`)},
      'errors', ${list(sql`select json_agg(json_build_object('code', e.code, 'message', e.message, 'attempt', e.attempt,
          'at', ${instantText("e.created_at")}, 'resolvedAt', ${instantText("e.resolved_at")}) order by e.created_at desc)
        from sync_errors e where e.subject_id = b.id and e.kind in ('bill', 'removal')`)},
      'events', ${list(sql`select json_agg(json_build_object('seq', a.seq, 'name', a.name, 'actorName', a.actor_name,
          'data', a.data, 'at', ${instantText("a.at")}) order by a.seq desc)
        from audit_events a where a.subject = b.id`)}) as record
    from bills b left join users u on u.id = b.entered_by ${SYNC_JOINS}
    where b.id = ${billId} and ${visibleTo(actor)}`);
  const record = result.rows[0]?.record;
  if (!record) throw new AppError("not-found");
  return record;
}

/** The bills before and after this one among those that wait for the actor, in the order of the list. */
export interface QueueNeighbours {
  previous: string | null;
  next: string | null;
  /** How many wait for the actor, this one included where it does. */
  waiting: number;
}

/** A bill just decided is not in the queue any more; its neighbours are still those around its place. */
export async function getNeighbours(db: Db, actor: Actor, billId: string): Promise<QueueNeighbours> {
  const result = await db.execute<QueueNeighbours & Record<string, unknown>>(sql`
    with here as (select ${QUEUE_KEY} as key from bills b where b.id = ${billId} and ${visibleTo(actor)}),
    queue as (select b.id, ${QUEUE_KEY} as key from bills b
      where ${visibleTo(actor)} and b.id <> ${billId} and ${waitsFor(actor.userId)})
    select (select q.id from queue q, here where q.key < here.key order by q.key desc limit 1) as previous,
      (select q.id from queue q, here where q.key > here.key order by q.key limit 1) as next,
      (select count(*)::int from queue) as waiting`);
  return result.rows[0] ?? { previous: null, next: null, waiting: 0 };
}
