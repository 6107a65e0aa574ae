import { sql } from "drizzle-orm";
import { z } from "zod";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueue, openJobState } from "@/lib/queue/queue";
import { carryNames } from "./carry-names";
import { entryName } from "./entry-names";
import { assertNameFree, getEntry, lockConnection } from "./entry-store";
import { LISTS } from "./lists";

/** Another name for an entry that QuickBooks does not have yet, and for the paths of what stands under it. */
async function rename(
  { actor, tx, record }: CommandContext,
  list: "item" | "customer",
  entryId: string,
  name: string,
): Promise<void> {
  const { connectionId } = await getEntry(tx, actor.orgId, list, entryId);
  await lockConnection(tx, actor.orgId, connectionId);
  const entry = await getEntry(tx, actor.orgId, list, entryId);
  const job = await openJobState(tx, entryId);
  // What QuickBooks has, or is just being given, is renamed there, where the books are.
  if (entry.listId !== null || job === "sent" || job === "in_doubt") throw new AppError("conflict");
  if (entry.name === name) return;
  const fullName = [...entry.fullName.split(":").slice(0, -1), name].join(":");
  await assertNameFree(tx, list, connectionId, fullName, entryId);
  const table = sql.raw(LISTS[list].table);
  await tx.execute(sql`update ${table} set name = ${name}, full_name = ${fullName} where id = ${entryId}`);
  await carryNames(tx, list, connectionId, [entryId]);
  // Refused before, perhaps for its name: with another it may try anew.
  if (job) {
    await enqueue(tx, { orgId: actor.orgId, connectionId, kind: list, subjectId: entryId });
  }
  await record("entry.renamed", entryId, { from: entry.fullName, to: fullName });
}

export const renameItem = command({
  name: "item.create",
  input: z.object({ itemId: z.uuid(), name: entryName("item") }),
  run: (context, { itemId, name }) => rename(context, "item", itemId, name),
});

export const renameCustomer = command({
  name: "customer.create",
  input: z.object({ customerId: z.uuid(), name: entryName("customer") }),
  run: (context, { customerId, name }) => rename(context, "customer", customerId, name),
});
