import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { bills } from "@/db/schema";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueue, withdraw } from "@/lib/queue/queue";
import { findClosedPeriod } from "./bills-to-remove";
import { isLinked } from "./link-store";
import { type Bill, lockBill, moveBill } from "./store";

const BEING_SENT = "QuickBooks is being asked about this bill just now. Look again after the run.";

async function withdrawUnsent({ tx }: CommandContext, bill: Bill): Promise<boolean> {
  const { withdrawn, inFlight } = await withdraw(tx, bill.id);
  if (inFlight) throw new AppError("conflict", { message: BEING_SENT });
  return withdrawn;
}

/** QuickBooks lets go of no bill that something is paid on, and so would a payment that waits to be sent. */
async function assertUnpaid({ tx }: CommandContext, bill: Bill): Promise<void> {
  const paid = await tx.execute(sql`
    select 1 from bill_links where bill_id = ${bill.id} and jsonb_array_length(payments) > 0
    union all
    select 1 from payment_applications a join payments p on p.id = a.payment_id
    where a.bill_id = ${bill.id} and p.state = 'waiting' limit 1`);
  if (paid.rows.length > 0) {
    throw new AppError("wrong-state", {
      message: "Something is paid on this bill. Take the payments and credits off it first.",
    });
  }
}

/**
 * Orders that an approved bill be voided or deleted in QuickBooks, with a reason. It moves to the Archive
 * once QuickBooks says so. One that QuickBooks does not have goes there at once, out of the queue.
 */
export const removeBill = command({
  name: "bill.remove",
  input: z.object({
    billId: z.uuid(),
    how: z.enum(["void", "delete"]),
    reason: z.string().trim().min(1, "Say why.").max(2000),
  }),
  async run(context, { billId, how, reason }) {
    const { actor, tx, now, record } = context;
    const bill = await lockBill(tx, actor.orgId, billId);
    if (bill.state !== "approved" || bill.removal !== null) throw new AppError("wrong-state");
    await assertUnpaid(context, bill);
    const isThere = await isLinked(tx, bill.id);
    const closed = isThere ? await findClosedPeriod(tx, bill.id) : undefined;
    if (closed) throw new AppError("wrong-state", { message: closed });
    const withdrawn = await withdrawUnsent(context, bill);
    await record("bill.removal-ordered", bill.id, { how, reason });
    if (withdrawn) await record("bill.withdrawn", bill.id, {});
    if (!isThere) {
      await moveBill(tx, bill, how, now);
      return;
    }
    await tx
      .update(bills)
      .set({ removal: { how, reason, by: actor.name }, version: bill.version + 1, updatedAt: now })
      .where(eq(bills.id, bill.id));
    await enqueue(tx, {
      orgId: actor.orgId,
      connectionId: bill.connectionId,
      kind: "removal",
      subjectId: bill.id,
    });
  },
});

/** Takes the order back while QuickBooks has not been asked: the bill stands, and is written as approved. */
export const keepBill = command({
  name: "bill.remove",
  input: z.object({ billId: z.uuid() }),
  async run(context, { billId }) {
    const { actor, tx, now, record } = context;
    const bill = await lockBill(tx, actor.orgId, billId);
    if (bill.state !== "approved" || bill.removal === null) throw new AppError("wrong-state");
    await withdrawUnsent(context, bill);
    await tx
      .update(bills)
      .set({ removal: null, version: bill.version + 1, updatedAt: now })
      .where(eq(bills.id, bill.id));
    await record("bill.removal-withdrawn", bill.id, { how: bill.removal.how });
    // A change that waited was withdrawn with the order; where there was none, there is nothing to send.
    await enqueue(tx, {
      orgId: actor.orgId,
      connectionId: bill.connectionId,
      kind: "bill",
      subjectId: bill.id,
    });
  },
});
