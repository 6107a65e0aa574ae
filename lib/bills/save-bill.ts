import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/actor";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { diffContent, getContent } from "./bill-content";
import { billInput } from "./bill-input";
import { EDITABLE } from "./bill-states";
import { assertReferences } from "./references";
import { startRound } from "./start-round";
import { type Bill, insertBill, lockBill, moveBill, saveLines, updateHeader } from "./store";

/** A bill that was approved once may be changed by Admin and Accounting Access only. */
export function assertMayEdit(actor: Actor, bill: Bill): void {
  if (!EDITABLE.includes(bill.state)) throw new AppError("wrong-state");
  if (bill.approvedAt !== null && !may(actor, "bill.unapprove")) throw new AppError("forbidden");
}

async function assertConnection(tx: Tx, orgId: string, connectionId: string): Promise<void> {
  const found = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(eq(connections.id, connectionId), eq(connections.orgId, orgId), isNull(connections.deletedAt)),
    );
  if (found.length === 0) throw new AppError("not-found");
}

/**
 * Enters a bill, or changes one that is not approved yet. An edit while in approval starts the round
 * again: the signatures given so far stay in the history and count no more. Gives the bill's id.
 */
export const saveBill = command({
  name: "bill.save",
  input: billInput,
  async run(context, input) {
    const { actor, tx, now, record } = context;
    await assertConnection(tx, actor.orgId, input.connectionId);
    await assertReferences(tx, input);
    if (input.billId === null) {
      const bill = await insertBill(tx, actor.orgId, actor.userId, input);
      await saveLines(tx, bill.id, input.lines);
      const content = await getContent(tx, bill.id);
      await record("bill.entered", bill.id, {
        amount: content.amount,
        vendor: content.vendor?.name ?? "",
        invoiceNumber: content.invoiceNumber,
      });
      return { billId: bill.id, version: bill.version };
    }
    const bill = await lockBill(tx, actor.orgId, input.billId);
    assertMayEdit(actor, bill);
    if (input.version !== null && input.version !== bill.version) throw new AppError("bill-changed");
    if (bill.connectionId !== input.connectionId) throw new AppError("conflict");
    const before = await getContent(tx, bill.id);
    let changed = await updateHeader(tx, bill, input);
    await saveLines(tx, bill.id, input.lines);
    const changes = diffContent(before, await getContent(tx, bill.id));
    const restartsApproval = bill.state === "in_approval" && changes.length > 0;
    if (changes.length > 0) await record("bill.changed", bill.id, { changes, restartsApproval });
    if (restartsApproval) {
      changed = await moveBill(tx, changed, "revise", now);
      await startRound(context, changed);
    }
    return { billId: bill.id, version: changed.version };
  },
});
