import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { billLinks, type QuickBooksBill } from "@/db/schema";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueueBill } from "./enqueue-bill";
import { forgetTransaction } from "./forget-transaction";
import { assertNoGroup, holdsGroup } from "./item-groups";
import { type Bill, lockBill, moveBill } from "./store";

/**
 * One bill that QuickBooks has no more, added there again as approved.
 * @throws AppError "wrong-state" for one that was taken over from there with an item group
 */
async function addOneAgain(context: CommandContext, bill: Bill): Promise<void> {
  const moved = await moveBill(context.tx, bill, "addAgain", context.now);
  const link = await forgetTransaction(context, bill.id);
  assertNoGroup(link?.written);
  await context.record("bill.added-again", bill.id, { oldTxnId: link?.txnId ?? "" });
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
 * the warning ends, about payments too, whose bills are open again. One with an item group is left in either case.
 * Gives how many were added.
 */
export const settleMissingBills = command({
  name: "bill.add-again",
  input: z.object({ connectionId: z.uuid(), choice: z.enum(["add", "leave"]) }),
  async run(context, { connectionId, choice }) {
    const { actor, tx } = context;
    const missing = await tx.execute<{ id: string; written: QuickBooksBill | null }>(sql`
      select b.id, k.written from bills b join bill_links k on k.bill_id = b.id
      where b.org_id = ${actor.orgId} and b.connection_id = ${connectionId} and b.state = 'deleted'
        and k.missing_at is not null order by b.created_at limit ${choice === "add" ? AT_ONCE : null}`);
    const payments = await tx.execute(sql`
      update payments set missing_at = null
      where org_id = ${actor.orgId} and connection_id = ${connectionId} and missing_at is not null returning id`);
    if (missing.rows.length + payments.rows.length === 0) throw new AppError("not-found");
    const added = choice === "add" ? missing.rows.filter(({ written }) => !holdsGroup(written)) : [];
    for (const { id } of added) await addOneAgain(context, await lockBill(tx, actor.orgId, id));
    const left =
      choice === "leave"
        ? eq(billLinks.connectionId, connectionId)
        : inArray(
            billLinks.billId,
            missing.rows.map(({ id }) => id),
          );
    await tx.update(billLinks).set({ missingAt: null }).where(left);
    await tx.execute(sql`
      update sync_errors set resolved_at = now()
      where connection_id = ${connectionId} and code = 'restored-backup' and resolved_at is null
        and not exists (select 1 from bill_links where connection_id = ${connectionId} and missing_at is not null)`);
    return { added: added.length };
  },
});
