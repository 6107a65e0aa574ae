import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections, runs } from "@/db/schema";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import type { Run } from "./run-store";
import { reportTrouble } from "./trouble";

/** An answer that nothing waits for: a call that came twice, or out of its turn. It is told, and not taken in. */
export async function tellUnaskedAnswer(tx: Tx, run: Run): Promise<void> {
  await reportTrouble(tx, {
    orgId: run.orgId,
    connectionId: run.connectionId,
    runId: run.id,
    code: "repeated-call" satisfies TroubleCode,
    message:
      "The Web Connector handed in an answer that nothing waited for: a call came twice, or out of its turn. " +
      "It changed nothing.",
  });
}

/** A call of a run that was taken for dead: another has begun since, or may. Any other ticket is nobody's. */
export async function tellLateCall(tx: Tx, ticket: string): Promise<void> {
  const [run] = await tx
    .select({
      id: runs.id,
      connectionId: runs.connectionId,
      orgId: connections.orgId,
      name: connections.name,
    })
    .from(runs)
    .innerJoin(connections, eq(connections.id, runs.connectionId))
    .where(and(eq(runs.ticket, ticket), eq(runs.state, "dead")));
  if (!run) return;
  await reportTrouble(tx, {
    orgId: run.orgId,
    connectionId: run.connectionId,
    runId: run.id,
    code: "late-call" satisfies TroubleCode,
    message:
      `A run of "${run.name}" that had gone silent, and was given up, called again. It was sent away and ` +
      "changed nothing.",
  });
}
