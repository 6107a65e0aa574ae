import type { CommandContext } from "@/lib/access/command";
import { diffContent, getContent } from "@/lib/bills/bill-content";
import { arrangeDocuments, listDocuments } from "@/lib/bills/bill-documents";
import { assertMayEdit } from "@/lib/bills/may-edit";
import { tellAndRestart } from "@/lib/bills/save-bill";
import { bumpVersion, lockBill } from "@/lib/bills/store";
import { holdRouting } from "@/lib/orgs/workflow-store";

/**
 * Gives a bill that may be edited other documents, an edit like any other: in approval it starts one new round
 * where the organisation has it so.
 * @param wanted what it shall have, by the ids of what it has
 */
export async function changeDocuments(
  context: CommandContext,
  billId: string,
  wanted: (there: string[]) => string[],
): Promise<void> {
  const { tx, actor, now } = context;
  await holdRouting(tx, actor.orgId);
  const bill = await lockBill(tx, actor.orgId, billId);
  assertMayEdit(actor, bill);
  const before = await getContent(tx, billId);
  const there = (await listDocuments(tx, billId)).map(({ id }) => id);
  await arrangeDocuments(context, bill, wanted(there));
  const changes = diffContent(before, await getContent(tx, billId));
  await tellAndRestart(context, await bumpVersion(tx, bill, now), changes);
}
