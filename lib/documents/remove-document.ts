import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { billDocuments } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { changeDocuments } from "./change-documents";

/**
 * Takes a document off its bill, where the bill may be edited. The file stays: a signed revision may name it,
 * and whoever may see the bill can still read it.
 */
export const removeDocument = command({
  name: "document.remove",
  input: z.object({ documentId: z.uuid() }),
  async run(context, { documentId }) {
    const { tx, actor } = context;
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
    await changeDocuments(context, found.billId, (there) => there.filter((id) => id !== documentId));
  },
});
