import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections, pullCursors, pullSeen } from "@/db/schema";
import { QUICKBOOKS, record } from "@/lib/audit/record";
import { compareAll, FULL_KINDS } from "@/lib/quickbooks/operations/registry";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import type { Run, Step } from "./run-store";

/** QuickBooks remembers for 90 days what was deleted; some days less, since nobody knows at which hour it forgets. */
const REMEMBERED_DAYS = 85;

/**
 * The pulls that read everything in this run: all lists when a person, or what looks like a restored
 * backup, asked for it; otherwise those last read so long ago that QuickBooks has forgotten deletions.
 */
export async function kindsToCompare(tx: Tx, run: Run, isAsked: boolean, now: Date): Promise<Set<string>> {
  const stale = await tx
    .select({ kind: pullCursors.kind })
    .from(pullCursors)
    .where(
      and(
        eq(pullCursors.connectionId, run.connectionId),
        sql`${pullCursors.completedAt} < ${now.toISOString()}::timestamptz - make_interval(days => ${REMEMBERED_DAYS})`,
      ),
    );
  const kinds = new Set(
    isAsked ? FULL_KINDS : stale.map(({ kind }) => kind).filter((kind) => FULL_KINDS.has(kind)),
  );
  if (kinds.size === 0) return kinds;
  await compareAll(tx, run.connectionId);
  await record(tx, [
    {
      orgId: run.orgId,
      subject: run.orgId,
      ...QUICKBOOKS,
      name: "connection.compared",
      data: {
        name: run.connectionName,
        reason: isAsked
          ? "It was asked for."
          : "The last run was longer ago than QuickBooks remembers what was deleted.",
      },
      at: now,
    },
  ]);
  return kinds;
}

/** Notes what a full pull has seen, page by page, in the transaction of the page. */
export async function noteSeen(tx: Tx, run: Run, step: Step, records: ReadRecord[]): Promise<void> {
  const ids = records.flatMap(({ record: { ListID } }) => (typeof ListID === "string" ? [ListID] : []));
  await tx.execute(sql`
    insert into pull_seen (run_id, kind, record_id)
    select ${run.id}, ${step.kind}, unnest(${sql.param(ids)}::text[]) on conflict do nothing`);
}

export async function forgetSeen(tx: Tx, run: Run, step: Step): Promise<void> {
  await tx.delete(pullSeen).where(and(eq(pullSeen.runId, run.id), eq(pullSeen.kind, step.kind)));
}

/**
 * What `comparesNext` of a connection is when this run ends: the comparison is over once every step of its run is
 * done; one that broke off begins again in the next run.
 */
export const stillCompares = (run: Run): SQL => sql`
  ${connections.comparesNext} and not (exists (select 1 from run_steps where run_id = ${run.id} and is_full)
    and not exists (select 1 from run_steps where run_id = ${run.id} and state <> 'done'))`;
