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

/**
 * Percent done, an integer from 0 to 99: never 100, which would end the run, while anything is left.
 * Writing counts by the jobs of this company file that still wait for this run.
 */
export async function progressOf(tx: Tx, run: Run): Promise<number> {
  const steps = await getSteps(tx, run.id);
  if (steps.length === 0) return 0;
  const waiting = await tx.execute<{ count: string }>(sql`
    select count(*) from (select 1 from jobs where connection_id = ${run.connectionId} and state = 'waiting'
      and last_refused_run_id is distinct from ${run.id} limit 10000) w`);
  const left = Number(waiting.rows[0]?.count ?? 0);
  const settled = run.written + run.refused;
  const done = steps.reduce((sum, step) => {
    if (step.kind !== PUSH || step.state !== "started") return sum + fraction(step);
    return sum + (left + settled === 0 ? 0 : settled / (left + settled));
  }, 0);
  return Math.min(99, Math.floor((done * 100) / steps.length));
}
