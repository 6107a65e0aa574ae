import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { billLinks } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { releaseChosen } from "@/lib/queue/blocked-jobs";
import { enqueue, withdraw } from "@/lib/queue/queue";
import { assertNoGroup } from "./item-groups";
import { lockBill } from "./store";

/**
 * Chooses between the approved version of a bill and the one that QuickBooks has: the first is written
 * over just the version that was looked at, the second stands and nothing is sent. Neither touches the
 * approval record. Without a job that waits for the choice, the approved version is written again.
 */
export const resolveConflict = command({
  name: "bill.resolve-conflict",
  input: z.object({
    billId: z.uuid(),
    keep: z.enum(["approved", "quickbooks"]),
    /** The EditSequence of the version that was on the screen. */
    editSequence: z.string().max(16),
  }),
  async run({ actor, tx, record }, { billId, keep, editSequence }) {
    const bill = await lockBill(tx, actor.orgId, billId);
    if (bill.state !== "approved" || bill.removal !== null) throw new AppError("wrong-state");
    const [link] = await tx.select().from(billLinks).where(eq(billLinks.billId, bill.id)).for("update");
    if (!link || link.deletedAt !== null) throw new AppError("wrong-state");
    if (link.editSequence !== editSequence) throw new AppError("bill-changed");
    if (keep === "quickbooks") {
      const { inFlight } = await withdraw(tx, bill.id);
      if (inFlight) throw new AppError("conflict");
    } else {
      assertNoGroup(link.current);
      await tx
        .update(billLinks)
        .set({ overwriteEditSequence: sql`edit_sequence` })
        .where(eq(billLinks.billId, bill.id));
      const waited = await releaseChosen(tx, actor.orgId, bill.id);
      if (!waited) {
        await enqueue(tx, {
          orgId: actor.orgId,
          connectionId: bill.connectionId,
          kind: "bill",
          subjectId: bill.id,
        });
      }
    }
    await record("bill.conflict-resolved", bill.id, { kept: keep });
  },
});
