import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { billRevisions } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import type { BillContent } from "./bill-content";
import { getBillRecord } from "./bill-record-views";
import { compareBills } from "./compare-bills";

const number = z.number().int().min(1).optional();

/**
 * Two revisions of a bill side by side: the last two unless others are named. Throws "not-found" for a
 * bill that this actor may not see, and for a revision that it does not have.
 */
export const compareRevisions = query({
  name: "bill.read",
  input: z.object({ billId: z.uuid(), earlier: number, later: number }),
  async run({ actor, db }, { billId, ...wanted }) {
    const record = await getBillRecord(db, actor, billId);
    const last = record.revisions.length;
    const to = wanted.later ?? last;
    const from = wanted.earlier ?? Math.max(1, to - 1);
    const rows = await db
      .select({ number: billRevisions.number, content: billRevisions.content })
      .from(billRevisions)
      .where(and(eq(billRevisions.billId, billId), inArray(billRevisions.number, [from, to])));
    const contentOf = (wantedNumber: number): BillContent => {
      const row = rows.find((each) => each.number === wantedNumber);
      if (!row) throw new AppError("not-found");
      return row.content as BillContent;
    };
    const [before, after] = [contentOf(from), contentOf(to)];
    return {
      ...{ billId, from, to, state: record.state, round: record.round },
      revisions: record.revisions.map((revision) => ({
        ...revision,
        signedBy: record.signatures
          .filter((signature) => signature.revision === revision.number)
          .map(({ name, verdict }) => ({ name, verdict })),
      })),
      vendor: after.vendor?.name ?? null,
      invoiceNumber: after.invoiceNumber,
      currency: after.currency ?? null,
      ...compareBills(before, after),
    };
  },
});

export type RevisionComparison = Awaited<ReturnType<typeof compareRevisions>>;
