import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { billLinks } from "@/db/schema";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueueBill } from "./enqueue-bill";
import { forgetTransaction } from "./forget-transaction";
import { type Bill, lockBill, moveBill } from "./store";

/** One bill that QuickBooks has no more, added there again as approved. */
async function addOneAgain(context: CommandContext, bill: Bill): Promise<void> {
  const moved = await moveBill(context.tx, bill, "addAgain", context.now);
  const { txnId } = await forgetTransaction(context, bill.id);
  await context.record("bill.added-again", bill.id, { oldTxnId: txnId });
  await enqueueBill(context, moved);
}

/** Adds a bill to QuickBooks again that was voided or deleted there; the approval record stands as it is. */
export const addBillAgain = command({
  name: "bill.add-again",
  input: z.object({ billId: z.uuid() }),
  async run(context, { billId }) {
    await addOneAgain(context, await lockBill(context.tx, context.actor.orgId, billId));
  },
});

/** Most bills taken in one step; the rest goes with the next. */
const AT_ONCE = 500;

/**
 * Decides about all bills that a restored backup took away: they are added again, or it is left so, and
 * the warning ends, about payments too, whose bills are open again. Gives how many were added.
 */
export const settleMissingBills = command({
  name: "bill.add-again",
  input: z.object({ connectionId: z.uuid(), choice: z.enum(["add", "leave"]) }),
  async run(context, { connectionId, choice }) {
    const { actor, tx } = context;
    const missing = await tx.execute<{ id: string }>(sql`
      select b.id from bills b join bill_links k on k.bill_id = b.id
      where b.org_id = ${actor.orgId} and b.connection_id = ${connectionId} and b.state = 'deleted'
        and k.missing_at is not null order by b.created_at limit ${choice === "add" ? AT_ONCE : null}`);
    const payments = await tx.execute(sql`
      update payments set missing_at = null
      where org_id = ${actor.orgId} and connection_id = ${connectionId} and missing_at is not null returning id`);
    if (missing.rows.length + payments.rows.length === 0) throw new AppError("not-found");
    if (choice === "leave") {
      await tx.update(billLinks).set({ missingAt: null }).where(eq(billLinks.connectionId, connectionId));
    } else {
      for (const { id } of missing.rows) await addOneAgain(context, await lockBill(tx, actor.orgId, id));
    }
    await tx.execute(sql`
      update sync_errors set resolved_at = now()
      where connection_id = ${connectionId} and code = 'restored-backup' and resolved_at is null
        and not exists (select 1 from bill_links where connection_id = ${connectionId} and missing_at is not null)`);
    return { added: choice === "add" ? missing.rows.length : 0 };
  },
});
