import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections } from "@/db/schema";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { diffContent, getContent } from "./bill-content";
import { type BillInput, billInput } from "./bill-input";
import { assertMayEdit } from "./may-edit";
import { assertReferences } from "./references";
import { startRound } from "./start-round";
import { type Bill, insertBill, lockBill, moveBill, saveLines, updateHeader } from "./store";

async function assertConnection(tx: Tx, orgId: string, connectionId: string): Promise<void> {
  const found = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(eq(connections.id, connectionId), eq(connections.orgId, orgId), isNull(connections.deletedAt)),
    );
  if (found.length === 0) throw new AppError("not-found");
}

/** Enters a bill, or changes one, within the command that asks for it. Gives the bill as it is then. */
export async function enterBill(context: CommandContext, input: BillInput): Promise<Bill> {
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
    return bill;
  }
  const bill = await lockBill(tx, actor.orgId, input.billId);
  assertMayEdit(actor, bill);
  if (input.version !== null && input.version !== bill.version) throw new AppError("bill-changed");
  if (bill.connectionId !== input.connectionId) throw new AppError("conflict");
  const before = await getContent(tx, bill.id);
  const changed = await updateHeader(tx, bill, input);
  await saveLines(tx, bill.id, input.lines);
  const changes = diffContent(before, await getContent(tx, bill.id));
  const restartsApproval = bill.state === "in_approval" && changes.length > 0;
  if (changes.length > 0) await record("bill.changed", bill.id, { changes, restartsApproval });
  if (!restartsApproval) return changed;
  const revised = await moveBill(tx, changed, "revise", now);
  await startRound(context, revised);
  return revised;
}

/**
 * Enters a bill, or changes one that is not approved yet. An edit while in approval starts the round
 * again: the signatures given so far stay in the history and count no more. Gives the bill's id.
 */
export const saveBill = command({
  name: "bill.save",
  input: billInput,
  async run(context, input) {
    const bill = await enterBill(context, input);
    return { billId: bill.id, version: bill.version };
  },
});
