import type { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";
import { visibleTo } from "@/lib/bills/visible-bills";
import { AppError } from "@/lib/core/errors";
import { fileKey, fileStore } from "./file-store";

/** A document that may be read, and how to read it. */
export interface DocumentFile {
  name: string;
  /** As its content said when it came; never what the sender said. */
  contentType: string;
  size: number;
  hash: string;
  open(): Promise<Readable>;
}

/**
 * A document for whoever may see its bill, also when it was taken off; one that is on no bill yet, for whoever
 * sent it. Anybody else's is "not-found".
 */
export const readDocumentFile = query({
  name: "document.read",
  input: z.object({ documentId: z.uuid() }),
  async run({ actor, db }, { documentId }): Promise<DocumentFile> {
    const { rows } = await db.execute<{ name: string; contentType: string; size: number; hash: string }>(sql`
      select d.name, d.content_type as "contentType", d.size, d.hash
      from bill_documents d left join bills b on b.id = d.bill_id
      where d.id = ${documentId} and d.org_id = ${actor.orgId}
        and case when b.id is null then d.added_by = ${actor.userId} else ${visibleTo(actor)} end`);
    const [file] = rows;
    if (!file) throw new AppError("not-found");
    return { ...file, open: () => fileStore().read(fileKey(actor.orgId, file.hash)) };
  },
});
