import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { env } from "@/lib/core/env";

/** running · closed: ended well · failed: ended with an error · dead: the Web Connector went silent. */
export const RUN_STATES = ["running", "closed", "failed", "dead"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One session of the Web Connector. */
export interface RunView {
  id: string;
  connectionId: string;
  connectionName: string;
  state: RunState;
  startedAt: Date;
  endedAt: Date | null;
  /** Until now for one under way; until its last call for one that went silent. */
  durationMs: number;
  written: number;
  refused: number;
  /** Records read. */
  pulled: number;
  companyFilePath: string | null;
  productName: string | null;
  qbxmlVersion: string | null;
  /** As the Web Connector said: "2.3.0.215". */
  connectorVersion: string | null;
  /** The sentence of its status column, or the error that ended it. */
  statusText: string | null;
  /** Its steps and messages are kept no more. */
  isPurged: boolean;
}

type RawRun = Omit<RunView, "startedAt" | "endedAt"> & { startedAt: string; endedAt: string | null };

const runOf = ({ startedAt, endedAt, ...run }: RawRun): RunView => ({
  ...run,
  startedAt: new Date(startedAt),
  endedAt: endedAt === null ? null : new Date(endedAt),
});

const silent = (): SQL =>
  sql`r.last_call_at < now() - make_interval(secs => ${env().RUN_SILENT_AFTER_SECONDS})`;

/** The state of a run (`r`) as people see it: one that says nothing any more is dead, though nobody has said so yet. */
export const seenState = (): SQL =>
  sql`case when r.state <> 'open' then r.state when ${silent()} then 'dead' else 'running' end`;

/** Runs (`r`) of the organisation's company files (`c`), by whatever condition and order. */
export async function findRuns(db: Db, orgId: string, where: SQL): Promise<RunView[]> {
  const { rows } = await db.execute<{ row: RawRun }>(sql`
    select json_build_object('id', r.id, 'connectionId', c.id, 'connectionName', c.name, 'state', ${seenState()},
      'startedAt', r.started_at, 'endedAt', r.ended_at,
      'durationMs', (extract(epoch from coalesce(r.ended_at, case when ${silent()} then r.last_call_at else now() end)
        - r.started_at) * 1000)::bigint,
      'written', r.written, 'refused', r.refused, 'pulled', r.pulled, 'companyFilePath', r.company_file_path,
      'productName', r.product_name, 'qbxmlVersion', r.qbxml_version, 'connectorVersion', r.connector_version,
      'statusText', coalesce(r.last_error, r.status_text), 'isPurged', r.purged_at is not null) as row
    from runs r join connections c on c.id = r.connection_id
    where c.org_id = ${orgId} and ${where}`);
  return rows.map(({ row }) => runOf(row));
}
