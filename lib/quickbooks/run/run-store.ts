import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { connections, pullCursors, runSteps, runs } from "@/db/schema";
import type { Cursor } from "@/lib/quickbooks/operations/pull";

export interface Run {
  id: string;
  orgId: string;
  connectionId: string;
  connectionName: string;
  startedAt: Date;
  recognisedAt: Date | null;
  /** The version spoken, once the company file is recognised. */
  qbxmlVersion: string | null;
  /** What the Web Connector says of the open file and of QuickBooks, before QuickBooks itself is heard. */
  caller: Caller;
  lastError: string | null;
  written: number;
  refused: number;
  pulled: number;
}

export type Step = typeof runSteps.$inferSelect;

export interface Caller {
  path: string;
  /** "13.0", or "0.0" where it is not said. */
  version: string;
}

/**
 * The open run of a ticket, locked: calls of one run take turns, whichever server they reach. Noting the call is
 * what locks it: who waited here sees the run as the call before left it, and nothing where that one closed it.
 */
export async function lockRun(tx: Tx | Db, ticket: string): Promise<Run | undefined> {
  const [run] = await tx
    .update(runs)
    // The time when this call got its turn, not when it came.
    .set({ lastCallAt: sql`clock_timestamp()` })
    .from(connections)
    .where(and(eq(runs.ticket, ticket), eq(runs.state, "open"), eq(connections.id, runs.connectionId)))
    .returning({
      id: runs.id,
      orgId: connections.orgId,
      connectionId: runs.connectionId,
      connectionName: connections.name,
      startedAt: runs.startedAt,
      recognisedAt: runs.recognisedAt,
      qbxmlVersion: runs.qbxmlVersion,
      companyFilePath: runs.companyFilePath,
      lastError: runs.lastError,
      written: runs.written,
      refused: runs.refused,
      pulled: runs.pulled,
    });
  if (!run) return undefined;
  const { companyFilePath, ...rest } = run;
  return { ...rest, caller: { path: companyFilePath ?? "", version: run.qbxmlVersion ?? "" } };
}

/** Whether a ticket is of an open run: asked before a large body is read. */
export async function isOpenTicket(tx: Pick<Tx, "select">, ticket: string): Promise<boolean> {
  const found = await tx
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.ticket, ticket), eq(runs.state, "open")));
  return found.length > 0;
}

/** A run that is not open any more keeps the words that explain why. */
export async function findRunError(tx: Tx | Db, ticket: string): Promise<string | null> {
  const [run] = await tx.select({ lastError: runs.lastError }).from(runs).where(eq(runs.ticket, ticket));
  return run?.lastError ?? null;
}

export async function updateRun(
  tx: Tx,
  runId: string,
  set: Partial<typeof runs.$inferInsert>,
): Promise<void> {
  await tx.update(runs).set(set).where(eq(runs.id, runId));
}

export async function countInRun(
  tx: Tx,
  runId: string,
  add: { written?: number; refused?: number; pulled?: number },
): Promise<void> {
  await tx
    .update(runs)
    .set({
      written: sql`${runs.written} + ${add.written ?? 0}`,
      refused: sql`${runs.refused} + ${add.refused ?? 0}`,
      pulled: sql`${runs.pulled} + ${add.pulled ?? 0}`,
    })
    .where(eq(runs.id, runId));
}

/** Lays down the steps of a run: one row each, in order. */
export async function layDownSteps(
  tx: Tx,
  runId: string,
  kinds: string[],
  fullKinds: ReadonlySet<string>,
): Promise<void> {
  await tx
    .insert(runSteps)
    .values(kinds.map((kind, position) => ({ runId, position, kind, isFull: fullKinds.has(kind) })));
}

/** The first step that is not done. */
export async function nextStep(tx: Tx, runId: string): Promise<Step | undefined> {
  const [step] = await tx
    .select()
    .from(runSteps)
    .where(and(eq(runSteps.runId, runId), ne(runSteps.state, "done")))
    .orderBy(asc(runSteps.position))
    .limit(1);
  return step;
}

/** Changes a step; when it began and ended follows from its state. */
export async function updateStep(
  tx: Tx,
  step: Pick<Step, "runId" | "position">,
  set: Partial<typeof runSteps.$inferInsert>,
): Promise<void> {
  await tx
    .update(runSteps)
    .set({
      ...set,
      ...(set.state === "started" ? { startedAt: sql`coalesce(${runSteps.startedAt}, now())` } : {}),
      ...(set.state === "done" ? { endedAt: sql`now()` } : {}),
    })
    .where(and(eq(runSteps.runId, step.runId), eq(runSteps.position, step.position)));
}

export const getSteps = (tx: Tx, runId: string): Promise<Step[]> =>
  tx.select().from(runSteps).where(eq(runSteps.runId, runId)).orderBy(asc(runSteps.position));

export async function findCursor(tx: Tx, connectionId: string, kind: string): Promise<Cursor | undefined> {
  const [row] = await tx
    .select()
    .from(pullCursors)
    .where(and(eq(pullCursors.connectionId, connectionId), eq(pullCursors.kind, kind)));
  return row?.modifiedUpTo ? { ...row, modifiedUpTo: row.modifiedUpTo } : undefined;
}

/** What earlier pages of this kind taught of their size. */
export async function findPageSize(tx: Tx, connectionId: string, kind: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ pageSize: pullCursors.pageSize })
    .from(pullCursors)
    .where(and(eq(pullCursors.connectionId, connectionId), eq(pullCursors.kind, kind)));
  return row?.pageSize ?? undefined;
}

/** Keeps it for the next Start; a kind that was never read to its end has no cursor to keep it with yet. */
export async function keepPageSize(
  tx: Tx,
  connectionId: string,
  kind: string,
  pageSize: number,
): Promise<void> {
  await tx
    .update(pullCursors)
    .set({ pageSize })
    .where(and(eq(pullCursors.connectionId, connectionId), eq(pullCursors.kind, kind)));
}

/**
 * Moves a cursor, once the last page is in. It never goes back, but for a pull that read everything (`isFull`): what
 * that has seen is all there is.
 */
export async function moveCursor(
  tx: Tx,
  connectionId: string,
  kind: string,
  newest: string | null,
  isFull = false,
): Promise<void> {
  const moves = isFull
    ? sql`excluded.modified_up_to is distinct from ${pullCursors.modifiedUpTo}`
    : sql`${pullCursors.modifiedUpTo} is null or excluded.modified_up_to > ${pullCursors.modifiedUpTo}`;
  await tx
    .insert(pullCursors)
    .values({ connectionId, kind, modifiedUpTo: newest })
    .onConflictDoUpdate({
      target: [pullCursors.connectionId, pullCursors.kind],
      set: {
        modifiedUpTo: sql`case when ${moves} then excluded.modified_up_to else ${pullCursors.modifiedUpTo} end`,
        reachedAt: sql`case when ${moves} then now() else ${pullCursors.reachedAt} end`,
        completedAt: sql`now()`,
      },
    });
}
