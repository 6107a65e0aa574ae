import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { billMentions } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/core/errors";
import { visibleTo } from "./visible-bills";

/** @throws AppError "not-found" for a bill that this actor may not see */
export async function assertVisible(tx: Tx, actor: Actor, billId: string): Promise<void> {
  const { rows } = await tx.execute(
    sql`select 1 from bills b where b.id = ${billId} and ${visibleTo(actor)}`,
  );
  if (rows.length === 0) throw new AppError("not-found");
}

/** Lets these people see the bill from now on. */
export async function addMentions(tx: Tx, billId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .insert(billMentions)
    .values(userIds.map((userId) => ({ billId, userId })))
    .onConflictDoNothing();
}
