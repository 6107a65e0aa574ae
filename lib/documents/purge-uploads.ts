import { and, eq, isNull, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { billDocuments } from "@/db/schema";
import { fileKey, fileStore } from "./file-store";
import { holdFile } from "./hold-file";

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Clears away what was sent and never put on a bill, a day after it came, in every organisation. A file goes
 * with the last row that names it; one that ever was on a bill stays. Gives how many uploads went.
 */
export async function purgeUploads(db: Db, now: Date): Promise<number> {
  const isOver = and(
    isNull(billDocuments.billId),
    lt(billDocuments.addedAt, new Date(now.getTime() - KEPT_MS)),
  );
  const over = await db
    .selectDistinct({ orgId: billDocuments.orgId, hash: billDocuments.hash })
    .from(billDocuments)
    .where(isOver);
  let gone = 0;
  for (const { orgId, hash } of over) {
    gone += await db.transaction(async (tx) => {
      await holdFile(tx, orgId, hash);
      const ofFile = and(eq(billDocuments.orgId, orgId), eq(billDocuments.hash, hash));
      const removed = await tx
        .delete(billDocuments)
        .where(and(ofFile, isOver))
        .returning({ id: billDocuments.id });
      const stillNamed = await tx.$count(billDocuments, ofFile);
      if (removed.length > 0 && stillNamed === 0) await fileStore().remove(fileKey(orgId, hash));
      return removed.length;
    });
  }
  return gone;
}
