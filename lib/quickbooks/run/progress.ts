import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { PUSH } from "@/lib/quickbooks/operations/registry";
import { getSteps, type Run, type Step } from "./run-store";

/** Pages of one iterator: what is in of all that it announced. */
function fraction(step: Step): number {
  if (step.state === "done") return 1;
  if (step.state === "pending" || step.remaining === null) return 0;
  const all = step.received + step.remaining;
  return all === 0 ? 0 : step.received / all;
}

/** Writing counts by the jobs of this company file that still wait for this run. */
async function fractionWritten(tx: Tx, run: Run): Promise<number> {
  const { rows } = await tx.execute<{ waiting: number; settled: number }>(sql`
    select written + refused as settled, (select count(*)::int from (
        select 1 from jobs where connection_id = ${run.connectionId} and state = 'waiting'
          and last_refused_run_id is distinct from ${run.id} limit 10000) w) as waiting
    from runs where id = ${run.id}`);
  const { settled, waiting } = rows[0] ?? { settled: 0, waiting: 0 };
  return waiting + settled === 0 ? 0 : settled / (waiting + settled);
}

/** Percent done, a whole number: 100, which ends the run, when every step is done, and never before. */
export async function progressOf(tx: Tx, run: Run): Promise<number> {
  const steps = await getSteps(tx, run.id);
  if (steps.length === 0) return 0;
  let done = 0;
  for (const step of steps) {
    const isWriting = step.kind === PUSH && step.state === "started";
    done += isWriting ? await fractionWritten(tx, run) : fraction(step);
  }
  const isOver = steps.every(({ state }) => state === "done");
  return isOver ? 100 : Math.min(99, Math.floor((done * 100) / steps.length));
}
