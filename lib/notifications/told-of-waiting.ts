import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { getBillLabels } from "./bill-labels";
import type { Told } from "./kinds";
import type { Waiting } from "./waiting";

/** What is said to somebody for whom a bill waits. */
export interface WaitingTold {
  billId: string;
  userId: string;
  /** A person is told once of each step of each round, for as long as it waits for them. */
  cause: string;
  told: Told;
}

export async function toldOfWaiting(
  tx: Tx,
  orgId: string,
  waiting: readonly Waiting[],
): Promise<WaitingTold[]> {
  const labels = await getBillLabels(
    tx,
    orgId,
    waiting.map(({ billId }) => billId),
  );
  const names = await namesOf(tx, [
    ...waiting.map(({ forUserId }) => forUserId),
    ...[...labels.values()].map(({ enteredBy }) => enteredBy),
  ]);
  return waiting.flatMap(({ billId, userId, forUserId, step }) => {
    const bill = labels.get(billId);
    if (!bill) return [];
    return {
      ...{ billId, userId, cause: `${billId}:${bill.round}:${step}` },
      told: {
        ...{ what: bill.what, href: `/bills/${billId}`, by: names.get(bill.enteredBy ?? "") ?? null },
        ...(forUserId ? { forName: names.get(forUserId) ?? "somebody" } : {}),
      },
    };
  });
}

async function namesOf(tx: Tx, userIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(userIds.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from users where id = any(${sql.param(asked)}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
