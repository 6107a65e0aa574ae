import { z } from "zod";
import { command } from "@/lib/access/command";
import { diffContent, getContent } from "@/lib/bills/bill-content";
import { arrangeDocuments, listDocuments } from "@/lib/bills/bill-documents";
import { MOST_DOCUMENTS } from "@/lib/bills/bill-input";
import { assertMayEdit } from "@/lib/bills/may-edit";
import { tellAndRestart } from "@/lib/bills/save-bill";
import { bumpVersion, lockBill } from "@/lib/bills/store";
import { holdRouting } from "@/lib/orgs/workflow-store";

/**
 * Puts files that this person sent on a bill that may be edited, all at once: in approval they start one new
 * round, not one each, where the organisation has it so. Throws "not-found" for a file of somebody else.
 */
export const addDocuments = command({
  name: "document.add",
  input: z.object({ billId: z.uuid(), documentIds: z.array(z.uuid()).min(1).max(MOST_DOCUMENTS) }),
  async run(context, { billId, documentIds }) {
    const { tx, actor, now } = context;
    await holdRouting(tx, actor.orgId);
    const bill = await lockBill(tx, actor.orgId, billId);
    assertMayEdit(actor, bill);
    const before = await getContent(tx, billId);
    const there = (await listDocuments(tx, billId)).map(({ id }) => id);
    await arrangeDocuments(context, bill, [...there, ...documentIds]);
    const changes = diffContent(before, await getContent(tx, billId));
    await tellAndRestart(context, await bumpVersion(tx, bill, now), changes);
  },
});
