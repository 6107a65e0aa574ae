import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";
import { containing } from "@/lib/core/like-pattern";
import { findRuns, RUN_STATES, type RunView, seenState } from "./run-view";

export const RUNS_PAGE = 50;

const day = z.iso.date();

/** The records whose jobs are meant by a text: a number, a TxnID or a ListID in full, a vendor's or an entry's name in part. */
function subjects(orgId: string, text: string, like: string): SQL {
  const entries = (table: string) => sql`
    select e.id from ${sql.raw(table)} e join connections n on n.id = e.connection_id
    where n.org_id = ${orgId} and (lower(e.full_name) like ${like} or e.list_id = ${text})`;
  return sql`
    select b.id from bills b left join vendors v on v.id = b.vendor_id left join bill_links k on k.bill_id = b.id
    where b.org_id = ${orgId}
      and (lower(b.invoice_number) like ${like} or lower(v.full_name) like ${like} or k.txn_id = ${text})
    union select p.id from payments p left join vendors v on v.id = p.vendor_id
    where p.org_id = ${orgId} and (lower(v.full_name) like ${like} or lower(p.ref_number) like ${like} or p.txn_id = ${text})
    union ${entries("vendors")} union ${entries("customers")} union ${entries("items")}`;
}

/** Runs in which that text was spoken of: in a record that went, an error, the closing words, the file's path. */
function speakingOf(orgId: string, text: string): SQL {
  const like = containing(text.toLowerCase());
  return sql`(
    lower(coalesce(r.status_text, '') || ' ' || coalesce(r.last_error, '') || ' ' || coalesce(r.company_file_path, '')) like ${like}
    or exists (select 1 from sync_errors e where e.run_id = r.id and (e.code = ${text} or lower(e.message) like ${like}))
    or exists (select 1 from messages h where h.run_id = r.id and h.hresult is not null
      and (lower(h.hresult) = lower(${text}) or lower(h.hresult_message) like ${like}))
    or r.id in (select m.run_id from jobs j join message_jobs g on g.job_id = j.id join messages m on m.id = g.message_id
      where j.org_id = ${orgId} and j.subject_id in (${subjects(orgId, text, like)})))`;
}

const hasErrors = sql`(r.refused > 0 or r.last_error is not null or r.state = 'dead'
  or exists (select 1 from sync_errors e where e.run_id = r.id))`;

/** The runs of this organisation, the newest first; days are UTC's. */
export const listRuns = query({
  name: "run.read",
  input: z.object({
    connectionId: z.uuid().optional(),
    runState: z.enum(RUN_STATES).optional(),
    from: day.optional(),
    to: day.optional(),
    withErrors: z.boolean().default(false),
    q: z.string().trim().max(100).default(""),
    page: z.number().int().min(1).max(10_000).default(1),
  }),
  async run({ actor, db }, asked): Promise<{ runs: RunView[]; total: number }> {
    const conditions = [
      asked.connectionId ? sql`c.id = ${asked.connectionId}` : undefined,
      asked.runState ? sql`${seenState()} = ${asked.runState}` : undefined,
      asked.from ? sql`r.started_at >= ${`${asked.from}T00:00:00Z`}::timestamptz` : undefined,
      asked.to ? sql`r.started_at < ${`${asked.to}T00:00:00Z`}::timestamptz + interval '1 day'` : undefined,
      asked.withErrors ? hasErrors : undefined,
      asked.q ? speakingOf(actor.orgId, asked.q) : undefined,
    ].filter((condition) => condition !== undefined);
    const where = conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
    const [runs, counted] = await Promise.all([
      findRuns(
        db,
        actor.orgId,
        sql`${where} order by r.started_at desc, r.id limit ${RUNS_PAGE} offset ${(asked.page - 1) * RUNS_PAGE}`,
      ),
      db.execute<{ total: number }>(sql`select count(*)::int as total from runs r
        join connections c on c.id = r.connection_id where c.org_id = ${actor.orgId} and ${where}`),
    ]);
    return { runs, total: counted.rows[0]?.total ?? runs.length };
  },
});
