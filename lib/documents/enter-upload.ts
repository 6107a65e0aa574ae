import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { billDocuments } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { ENDINGS } from "./document-name";
import { holdFile } from "./hold-file";

/** Files that a person may have sent without putting them on a bill: enough for a pile of work, not for a disk. */
const MOST_LOOSE = 200;

/**
 * Writes down a file that was received and checked. It belongs to whoever sent it, and to no bill yet: a bill's
 * form may not be saved. Throws "rate-limited" when too many lie about.
 */
export const enterUpload = command({
  name: "document.add",
  input: z.object({
    name: z.string().min(1).max(200),
    contentType: z.enum(Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]),
    size: z.number().int().positive(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  async run({ actor, tx, now }, file) {
    await holdFile(tx, actor.orgId, file.hash);
    const own = and(eq(billDocuments.addedBy, actor.userId), isNull(billDocuments.billId));
    const [loose] = await tx.select({ number: count() }).from(billDocuments).where(own);
    if ((loose?.number ?? 0) >= MOST_LOOSE) throw new AppError("rate-limited");
    const [row] = await tx
      .insert(billDocuments)
      .values({ orgId: actor.orgId, addedBy: actor.userId, addedAt: now, ...file })
      .returning({ id: billDocuments.id });
    if (!row) throw new Error("a document was not stored");
    return { id: row.id, ...file };
  },
});
