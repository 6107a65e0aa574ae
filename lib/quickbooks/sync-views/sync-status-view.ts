import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { statusOf } from "@/lib/quickbooks/connections/connection-views";
import { findRunsUnderWay } from "./run-under-way";

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
  /** What the run under way is at: "Vendors, page 3". */
  step: string | null;
  runEveryMinutes: number;
  lastContactAt: Date | null;
  lastRunEndedAt: Date | null;
  /** How the last run ended, in its own words; null for whoever may not see runs. */
  lastRunText: string | null;
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
  lastText: string | null;
};

const millis = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

async function findCompanies(db: Db, orgId: string): Promise<Row[]> {
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select c.id as "connectionId", coalesce(c.company_name, c.name) as name,
      c.run_every_minutes as "runEveryMinutes", ${millis("c.paused_at")} as "pausedAt",
      ${millis("c.last_contact_at")} as "lastContactAt", ${millis("c.last_run_ended_at")} as "lastRunEndedAt",
      last.state as "lastState", coalesce(last.last_error, last.status_text) as "lastText"
    from connections c
    left join lateral (select * from runs r where r.connection_id = c.id and r.state <> 'open'
      order by r.started_at desc limit 1) last on true
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

function stateOf(row: Row, isRunning: boolean, now: Date): SyncState {
  if (isRunning) return "running";
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
    const [companies, underWay] = await Promise.all([
      findCompanies(db, actor.orgId),
      findRunsUnderWay(db, actor.orgId),
    ]);
    return companies.map((row) => {
      const run = underWay.get(row.connectionId);
      const state = stateOf(row, run !== undefined, now);
      const due = row.lastContactAt && new Date(row.lastContactAt.getTime() + row.runEveryMinutes * 60_000);
      const { connectionId, name, runEveryMinutes, lastContactAt, lastRunEndedAt } = row;
      return {
        ...{ connectionId, name, state, runEveryMinutes, lastContactAt, lastRunEndedAt },
        progress: run?.percent ?? null,
        step: run?.step ?? null,
        lastRunText: may(actor, "run.read") ? row.lastText : null,
        nextRunAt: state === "idle" || state === "failed" ? due : null,
      };
    });
  },
});
