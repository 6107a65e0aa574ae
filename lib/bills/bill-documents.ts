import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { billDocuments } from "@/db/schema";
import { may } from "@/lib/access/actor";
import type { CommandContext } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { MOST_DOCUMENTS } from "./bill-input";
import type { Bill } from "./store";

/** A document as pages show it. */
export interface DocumentView {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

/** The documents of a bill in order, without those that were taken off. */
export const listDocuments = (db: Db | Tx, billId: string): Promise<DocumentView[]> =>
  db
    .select({
      ...{ id: billDocuments.id, name: billDocuments.name },
      ...{ contentType: billDocuments.contentType, size: billDocuments.size },
    })
    .from(billDocuments)
    .where(and(eq(billDocuments.billId, billId), isNull(billDocuments.removedAt)))
    .orderBy(asc(billDocuments.position), asc(billDocuments.addedAt));

/**
 * Gives a bill exactly these documents, in this order: what it has and is not named is taken off, what was
 * sent by this person and is on no bill yet is put on. Throws "not-found" for any other, "invalid" for too many.
 * The bill must be locked.
 */
export async function arrangeDocuments(
  { tx, actor, now, record }: CommandContext,
  bill: Bill,
  documentIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(documentIds)];
  if (wanted.length > MOST_DOCUMENTS)
    throw new AppError("invalid", {
      message: `A bill can have at most ${MOST_DOCUMENTS} documents.`,
    });
  const isOfBill = and(eq(billDocuments.billId, bill.id), isNull(billDocuments.removedAt));
  const isLoose = and(isNull(billDocuments.billId), eq(billDocuments.addedBy, actor.userId));
  const rows = await tx
    .select()
    .from(billDocuments)
    .where(
      and(
        eq(billDocuments.orgId, actor.orgId),
        or(isOfBill, wanted.length > 0 ? and(isLoose, inArray(billDocuments.id, wanted)) : undefined),
      ),
    )
    .orderBy(asc(billDocuments.position))
    .for("update");
  const known = new Map(rows.map((row) => [row.id, row]));
  if (wanted.some((id) => !known.has(id))) throw new AppError("not-found");
  for (const { id, name, hash, billId } of rows.filter((row) => !wanted.includes(row.id))) {
    if (billId === null) continue;
    if (!may(actor, "document.remove")) throw new AppError("forbidden");
    await tx
      .update(billDocuments)
      .set({ removedAt: now, removedBy: actor.userId })
      .where(eq(billDocuments.id, id));
    await record("bill.document-removed", bill.id, { name, hash });
  }
  for (const [position, id] of wanted.entries()) {
    const row = known.get(id);
    if (!row || (row.billId !== null && row.position === position)) continue;
    if (row.billId === null && !may(actor, "document.add")) throw new AppError("forbidden");
    await tx.update(billDocuments).set({ billId: bill.id, position }).where(eq(billDocuments.id, id));
    const { name, hash, size } = row;
    if (row.billId === null) await record("bill.document-added", bill.id, { name, hash, size });
  }
}
