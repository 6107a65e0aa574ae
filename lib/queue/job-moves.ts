import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { JobKind } from "./kinds";
import { JOB_MOVES, type JobMove, type JobState, OPEN_STATES } from "./states";

export interface Job {
  id: string;
  orgId: string;
  connectionId: string;
  kind: JobKind;
  subjectId: string;
  attempts: number;
}

// Written out, not as parameters: only so does the planner know an index of some states by them.
const written = (names: readonly JobState[]): SQL => sql.raw(names.map((name) => `'${name}'`).join(", "));

/** The states from which a move starts. */
export const states = (move: JobMove): SQL => written(JOB_MOVES[move].from);

/** The states of a job that is not over. */
export const OPEN_JOB_STATES = written(OPEN_STATES);

export const JOB_COLUMNS = sql.raw(
  `jobs.id, jobs.org_id as "orgId", jobs.connection_id as "connectionId", jobs.kind, jobs.subject_id as "subjectId", jobs.attempts`,
);

export const uuids = (ids: string[]) => sql`${sql.param(ids)}::uuid[]`;

/** Rows of a raw query, named by the query's own aliases. */
export const rowsOf = async <Row extends object>(tx: Tx, statement: SQL): Promise<Row[]> =>
  (await tx.execute<Row & Record<string, unknown>>(statement)).rows;

/** Moves jobs by their ids; those that are not in a state to be moved stay as they are. */
export async function move(tx: Tx, name: JobMove, jobIds: string[], set: SQL = sql``): Promise<Job[]> {
  if (jobIds.length === 0) return [];
  return rowsOf<Job>(
    tx,
    sql`update jobs set state = ${JOB_MOVES[name].to}, updated_at = now() ${set}
        where id = any(${uuids(jobIds)}) and state in (${states(name)}) returning ${JOB_COLUMNS}`,
  );
}

/** What stood against these jobs is settled. */
export async function resolveErrors(tx: Tx, jobIds: string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await tx.execute(
    sql`update sync_errors set resolved_at = now() where job_id = any(${uuids(jobIds)}) and resolved_at is null`,
  );
}
