import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { runs, syncErrors } from "@/db/schema";
import { command } from "@/lib/access/command";
import { type NewEvent, record as recordAll } from "@/lib/audit/record";
import { withdrawUnsent } from "@/lib/queue/connection-jobs";
import { getConnection, updateConnection } from "./store";

/** Rows of one INSERT: PostgreSQL takes 65,535 values. */
const BATCH = 1_000;

/** The run under way, locked: a call of it that is being answered ends first. */
async function endRun(tx: Tx, connectionId: string, now: Date): Promise<void> {
  const open = and(eq(runs.connectionId, connectionId), eq(runs.state, "open"));
  await tx.select({ id: runs.id }).from(runs).where(open).orderBy(asc(runs.id)).for("update");
  const lastError = "The company file was disconnected in Countersign.";
  await tx.update(runs).set({ state: "failed", lastError, statusText: lastError, endedAt: now }).where(open);
}

/**
 * Disconnects a company file. Its password stops working, the run under way ends, and what was not sent
 * leaves the queue: bills stay approved and their history says why. Bills, lists and runs stay, so that
 * the file can be connected again (reconnect-connection.ts). What was sent and not answered is asked for
 * then; nothing is doubled.
 */
export const disconnectConnection = command({
  name: "connection.delete",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, tx, now, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    await endRun(tx, connection.id, now);
    const jobs = await withdrawUnsent(tx, connection.id, now);
    await tx
      .update(syncErrors)
      .set({ resolvedAt: sql`now()` })
      .where(
        and(
          eq(syncErrors.connectionId, connection.id),
          isNull(syncErrors.resolvedAt),
          isNull(syncErrors.jobId),
        ),
      );
    const events = jobs
      .filter(({ kind }) => kind === "bill")
      .map(
        ({ subjectId }): NewEvent => ({
          ...{
            orgId: actor.orgId,
            subject: subjectId,
            actorId: actor.userId,
            actorName: actor.name,
            at: now,
          },
          name: "bill.withdrawn",
          data: { disconnected: connection.companyName ?? connection.name },
        }),
      );
    for (let at = 0; at < events.length; at += BATCH) await recordAll(tx, events.slice(at, at + BATCH));
    await updateConnection(tx, connection.id, { deletedAt: now });
    await record("connection.changed", actor.orgId, { change: "deleted", name: connection.name });
    return { withdrawn: jobs.length };
  },
});
