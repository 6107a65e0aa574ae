import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { env } from "@/lib/core/env";
import { PUSH } from "@/lib/quickbooks/operations/registry";
import { stepWords } from "./step-words";

/** What a run is at, for a progress bar: "Vendors, page 3" and 41. */
export interface RunUnderWay {
  runId: string;
  connectionId: string;
  /** Percent of the whole run, 0 to 99. */
  percent: number;
  /** The step it is at, in words; null before the company file is recognised. */
  step: string | null;
  /** Records read in that step, and what the pages to come hold where that was announced. */
  received: number;
  remaining: number | null;
}

type Row = {
  runId: string;
  connectionId: string;
  percent: number;
  kind: string | null;
  received: number | null;
  remaining: number | null;
  pages: number;
  settled: number;
};

function wordsOf({ kind, pages, settled }: Row): string | null {
  if (kind === null) return null;
  if (kind === PUSH) return settled > 0 ? `${stepWords(kind)}, ${settled} done` : stepWords(kind);
  return pages > 1 ? `${stepWords(kind)}, page ${pages}` : stepWords(kind);
}

/**
 * The runs under way of an organisation: at most one a company file. The share that is done: steps, those
 * with pages by what is in of what was announced, the writing step by what is settled of what waits. As
 * run/progress.ts, which tells the Web Connector.
 */
export async function findRunsUnderWay(db: Db, orgId: string): Promise<Map<string, RunUnderWay>> {
  const { rows } = await db.execute<Row>(sql`
    select r.id as "runId", c.id as "connectionId", s.kind, s.received, s.remaining,
      (r.written + r.refused)::int as settled,
      (select count(*)::int from messages m where m.run_id = r.id and m.step = s.position) as pages,
      (select least(99, floor(100 * coalesce(avg(case
          when t.state = 'done' then 1
          when t.state = 'pending' then 0
          when t.kind = ${PUSH} then (r.written + r.refused)::float8 / greatest(1, r.written + r.refused
            + (select count(*) from jobs j where j.connection_id = c.id and j.state = 'waiting'
                 and j.last_refused_run_id is distinct from r.id))
          when coalesce(t.received + t.remaining, 0) = 0 then 0
          else t.received::float8 / (t.received + t.remaining) end), 0)))::int
        from run_steps t where t.run_id = r.id) as percent
    from connections c
    join runs r on r.connection_id = c.id and r.state = 'open'
      and r.last_call_at > now() - make_interval(secs => ${env().RUN_SILENT_AFTER_SECONDS})
    left join lateral (select * from run_steps where run_id = r.id and state <> 'done' order by position limit 1) s on true
    where c.org_id = ${orgId} and c.deleted_at is null`);
  return new Map(
    rows.map((row) => [
      row.connectionId,
      {
        ...{ runId: row.runId, connectionId: row.connectionId, percent: row.percent, step: wordsOf(row) },
        ...{ received: row.received ?? 0, remaining: row.remaining },
      },
    ]),
  );
}
