import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { query } from "@/lib/access/command";
import { env } from "@/lib/core/env";
import { statusOf } from "@/lib/quickbooks/connections/connection-views";
import { PUSH } from "@/lib/quickbooks/operations/registry";

/**
 * new: the Web Connector has never called · running: a run is under way · idle: the last run ended well
 * · failed: it ended with an error · silent: runs that were due did not come · paused: by an Admin.
 */
export type SyncState = "new" | "running" | "idle" | "failed" | "silent" | "paused";

/** How one company file stands, for everybody: no names of files, no errors. */
export interface CompanySync {
  connectionId: string;
  name: string;
  state: SyncState;
  /** Percent of the run under way, 0 to 99; null when none is. */
  progress: number | null;
  lastContactAt: Date | null;
  lastRunEndedAt: Date | null;
  /** When the Web Connector should call next; null when nothing says so. */
  nextRunAt: Date | null;
}

type Row = {
  connectionId: string;
  name: string;
  runEveryMinutes: number;
  pausedAt: Date | null;
  lastContactAt: Date | null;
  lastRunEndedAt: Date | null;
  lastState: string | null;
  progress: number | null;
};

const millis = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/**
 * The share of a run that is done: its steps, those with pages by what is in of what was announced, the
 * writing step by what is settled of what waits. As run/progress.ts, which tells the Web Connector.
 */
async function findCompanies(db: Db, orgId: string): Promise<Row[]> {
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select c.id as "connectionId", coalesce(c.company_name, c.name) as name,
      c.run_every_minutes as "runEveryMinutes", ${millis("c.paused_at")} as "pausedAt",
      ${millis("c.last_contact_at")} as "lastContactAt", ${millis("c.last_run_ended_at")} as "lastRunEndedAt",
      (select r.state from runs r where r.connection_id = c.id and r.state <> 'open'
        order by r.started_at desc limit 1) as "lastState",
      case when open_run.id is null then null else (
        select least(99, floor(100 * coalesce(avg(case
          when s.state = 'done' then 1
          when s.state = 'pending' then 0
          when s.kind = ${PUSH} then (open_run.written + open_run.refused)::float8 / greatest(1, open_run.written
            + open_run.refused + (select count(*) from jobs j where j.connection_id = c.id and j.state = 'waiting'
              and j.last_refused_run_id is distinct from open_run.id))
          when coalesce(s.received + s.remaining, 0) = 0 then 0
          else s.received::float8 / (s.received + s.remaining) end), 0)))::int
        from run_steps s where s.run_id = open_run.id) end as progress
    from connections c
    left join runs open_run on open_run.connection_id = c.id and open_run.state = 'open'
      and open_run.last_call_at > now() - make_interval(secs => ${env().RUN_SILENT_AFTER_SECONDS})
    where c.org_id = ${orgId} and c.deleted_at is null
    order by c.created_at`);
  const instant = (value: unknown): Date | null => (typeof value === "number" ? new Date(value) : null);
  return rows.map((row) => ({
    ...(row as Row),
    pausedAt: instant(row.pausedAt),
    lastContactAt: instant(row.lastContactAt),
    lastRunEndedAt: instant(row.lastRunEndedAt),
  }));
}

function stateOf(row: Row, now: Date): SyncState {
  if (row.progress !== null) return "running";
  const status = statusOf(row, now);
  if (status !== "connected") return status;
  return row.lastState === "failed" || row.lastState === "dead" ? "failed" : "idle";
}

/** How each company file stands with QuickBooks now. */
export const readSyncStatus = query({
  name: "sync-status.read",
  input: z.object({}),
  async run({ actor, db }): Promise<CompanySync[]> {
    const now = new Date();
    return (await findCompanies(db, actor.orgId)).map((row) => {
      const state = stateOf(row, now);
      const due = row.lastContactAt && new Date(row.lastContactAt.getTime() + row.runEveryMinutes * 60_000);
      return {
        connectionId: row.connectionId,
        name: row.name,
        state,
        progress: row.progress,
        lastContactAt: row.lastContactAt,
        lastRunEndedAt: row.lastRunEndedAt,
        nextRunAt: state === "idle" || state === "failed" ? due : null,
      };
    });
  },
});
