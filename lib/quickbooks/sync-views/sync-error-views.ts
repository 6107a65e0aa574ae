import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import { query } from "@/lib/access/command";
import { MAX_ATTEMPTS } from "@/lib/queue/states";
import { type ExplainedError, explainError } from "./explain-error";
import { fieldOf } from "./field-of-error";
import { findNamedIds, type NamedId, namedIn } from "./named-ids";

/** What a sync error is about. A currency that is the company's own is null. */
export type ErrorSubject =
  | {
      kind: "bill";
      id: string;
      vendor: string | null;
      invoiceNumber: string;
      amount: string;
      currency: string | null;
    }
  | {
      kind: "payment";
      id: string;
      vendor: string | null;
      refNumber: string;
      amount: string;
      currency: string | null;
    }
  | { kind: "vendor"; id: string; name: string }
  | { kind: "item" | "customer"; id: string; name: string; connectionId: string }
  | { kind: "connection"; id: string; name: string };

/** A sync error with all that a person needs to put it right. */
export interface SyncErrorView extends ExplainedError {
  id: string;
  subject: ErrorSubject;
  companyFile: string;
  /** A status code, an HRESULT, or a word of ours. */
  code: string;
  /** QuickBooks' own words; ours where it used up no attempt. */
  message: string;
  /** The entries that its words speak of by ListID. */
  named: NamedId[];
  /**
   * Which refusal this is, of `attempts`; null for an error of the connection, for what waits for a person's choice,
   * and for a record of which nobody knows whether QuickBooks has it.
   */
  attempt: number | null;
  attempts: number;
  /** With this refusal it left the queue; the link button puts it back. */
  isRemoved: boolean;
  /** The last refusal of this record: what came before it is over, whatever comes next. */
  isLatest: boolean;
  /** A check holds the record back since: it does not go before it is corrected. */
  isHeldBack: boolean;
  /** The field of the bill that the words speak of. */
  field: string | null;
  runId: string | null;
  at: Date;
  resolvedAt: Date | null;
}

type Row = {
  id: string;
  subject: ErrorSubject;
  companyFile: string;
  code: string;
  message: string;
  attempt: number | null;
  isRemoved: boolean;
  isLatest: boolean;
  isHeldBack: boolean;
  runId: string | null;
  at: string;
  resolvedAt: string | null;
};

async function findErrors(
  db: Db,
  orgId: string,
  errors: SQL,
  limit: number,
  offset: number,
): Promise<SyncErrorView[]> {
  const { rows } = await db.execute<{ row: Row }>(sql`
    select json_build_object('id', e.id, 'companyFile', coalesce(c.company_name, c.name), 'code', e.code,
      'message', e.message, 'attempt', e.attempt, 'isLatest', coalesce(e.attempt = j.attempts, true),
      'isRemoved', coalesce(j.state = 'removed' and coalesce(e.attempt, j.attempts) = j.attempts, false),
      'isHeldBack', coalesce(j.state = 'blocked', false), 'runId', e.run_id, 'at', e.created_at, 'resolvedAt', e.resolved_at,
      'subject', case
        when b.id is not null then json_build_object('kind', 'bill', 'id', b.id, 'vendor', bv.full_name,
          'invoiceNumber', b.invoice_number, 'amount', b.amount::text, 'currency', ${foreignCurrency("bv", "c")})
        when p.id is not null then json_build_object('kind', 'payment', 'id', p.id, 'vendor', pv.full_name,
          'refNumber', p.ref_number, 'amount', p.amount::text, 'currency', ${foreignCurrency("pv", "c")})
        when v.id is not null then json_build_object('kind', 'vendor', 'id', v.id, 'name', v.full_name)
        when i.id is not null then json_build_object('kind', 'item', 'id', i.id, 'name', i.full_name, 'connectionId', c.id)
        when cu.id is not null then json_build_object('kind', 'customer', 'id', cu.id, 'name', cu.full_name,
          'connectionId', c.id)
        else json_build_object('kind', 'connection', 'id', c.id, 'name', c.name) end) as row
    from (${errors}) e
    join connections c on c.id = e.connection_id
    left join jobs j on j.id = e.job_id
    left join bills b on e.kind in ('bill', 'removal') and b.id = e.subject_id
    left join vendors bv on bv.id = b.vendor_id
    left join payments p on e.kind in ('payment', 'removal') and p.id = e.subject_id
    left join vendors pv on pv.id = p.vendor_id
    left join vendors v on e.kind = 'vendor' and v.id = e.subject_id
    left join items i on e.kind = 'item' and i.id = e.subject_id
    left join customers cu on e.kind = 'customer' and cu.id = e.subject_id
    order by coalesce(e.resolved_at, e.created_at) desc, e.attempt desc, e.id limit ${limit} offset ${offset}`);
  const named = await findNamedIds(
    db,
    orgId,
    rows.map(({ row }) => row.message),
  );
  return rows.map(({ row }) => ({
    ...row,
    ...explainError(row.code, row.message),
    named: namedIn(row.message, named),
    attempts: MAX_ATTEMPTS,
    field: row.subject.kind === "bill" ? fieldOf(row.message) : null,
    at: new Date(row.at),
    resolvedAt: row.resolvedAt === null ? null : new Date(row.resolvedAt),
  }));
}

/** More are counted, not listed: beyond this a person works from the top. */
const MOST_OPEN = 100;
export const RESOLVED_PAGE = 50;

/** What is wrong now, every refusal an error of its own, the newest first, with the count of all. */
export const listOpenSyncErrors = query({
  name: "sync-error.read",
  input: z.object({}),
  async run({ actor, db }): Promise<{ errors: SyncErrorView[]; total: number }> {
    const open = sql`select e.* from sync_errors e where e.org_id = ${actor.orgId} and e.resolved_at is null`;
    const [errors, counted] = await Promise.all([
      findErrors(db, actor.orgId, open, MOST_OPEN, 0),
      db.execute<{ total: number }>(sql`select count(*)::int as total from (${open}) e`),
    ]);
    return { errors, total: counted.rows[0]?.total ?? errors.length };
  },
});

/** What was wrong and is over, the last resolved first. */
export const listResolvedSyncErrors = query({
  name: "sync-error.read",
  input: z.object({ page: z.number().int().min(1).max(10_000).default(1) }),
  async run({ actor, db }, { page }): Promise<{ errors: SyncErrorView[]; total: number }> {
    const resolved = sql`select e.* from sync_errors e where e.org_id = ${actor.orgId} and e.resolved_at is not null`;
    const [errors, counted] = await Promise.all([
      findErrors(db, actor.orgId, resolved, RESOLVED_PAGE, (page - 1) * RESOLVED_PAGE),
      db.execute<{ total: number }>(sql`select count(*)::int as total from (${resolved}) e`),
    ]);
    return { errors, total: counted.rows[0]?.total ?? errors.length };
  },
});
