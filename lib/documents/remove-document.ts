import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { billDocuments } from "@/db/schema";
import { command } from "@/lib/access/command";
import { diffContent, getContent } from "@/lib/bills/bill-content";
import { arrangeDocuments, listDocuments } from "@/lib/bills/bill-documents";
import { assertMayEdit } from "@/lib/bills/may-edit";
import { tellAndRestart } from "@/lib/bills/save-bill";
import { bumpVersion, lockBill } from "@/lib/bills/store";
import { AppError } from "@/lib/core/errors";
import { holdRouting } from "@/lib/orgs/workflow-store";

/**
 * Takes a document off its bill, where the bill may be edited. The file stays: a signed revision may name it,
 * and whoever may see the bill can still read it.
 */
export const removeDocument = command({
  name: "document.remove",
  input: z.object({ documentId: z.uuid() }),
  async run(context, { documentId }) {
    const { tx, actor, now } = context;
    await holdRouting(tx, actor.orgId);
    const [found] = await tx
      .select({ billId: billDocuments.billId })
      .from(billDocuments)
      .where(
        and(
          eq(billDocuments.id, documentId),
          eq(billDocuments.orgId, actor.orgId),
          isNull(billDocuments.removedAt),
        ),
      );
    if (!found?.billId) throw new AppError("not-found");
    const bill = await lockBill(tx, actor.orgId, found.billId);
    assertMayEdit(actor, bill);
    const before = await getContent(tx, bill.id);
    const there = (await listDocuments(tx, bill.id)).map(({ id }) => id);
    await arrangeDocuments(
      context,
      bill,
      there.filter((id) => id !== documentId),
    );
    const changes = diffContent(before, await getContent(tx, bill.id));
    await tellAndRestart(context, await bumpVersion(tx, bill, now), changes);
  },
});
