import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections } from "@/db/schema";
import { PUSH, STEP_KINDS } from "@/lib/quickbooks/operations/registry";
import type { Run, Step } from "./run-store";

const FIRST_AFTER_LISTS = STEP_KINDS.indexOf(PUSH);

/** The lists are read before anything is written: the first step behind them says that all are here. */
export async function noteFirstPull(tx: Tx, run: Run, step: Step, now: Date): Promise<void> {
  if (step.state !== "pending" || STEP_KINDS.indexOf(step.kind) < FIRST_AFTER_LISTS) return;
  await tx
    .update(connections)
    .set({ firstPullAt: now })
    .where(and(eq(connections.id, run.connectionId), isNull(connections.firstPullAt)));
}
