import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { connections } from "@/db/schema";
import { type CommandContext, command } from "@/lib/access/command";
import type { BillFacts } from "@/lib/approvals/conditions";
import { isSameRoute, plannedRoute } from "@/lib/approvals/plan-reroute";
import { restartsApproval } from "@/lib/approvals/restarts";
import type { FieldChange } from "@/lib/audit/events";
import { AppError } from "@/lib/core/errors";
import { getSettings } from "@/lib/orgs/settings";
import { getRouting, holdRouting } from "@/lib/orgs/workflow-store";
import { diffContent, getContent } from "./bill-content";
import { arrangeDocuments } from "./bill-documents";
import { type BillInput, billInput } from "./bill-input";
import { assertMayEdit } from "./may-edit";
import { assertReferences } from "./references";
import { rerouteBills } from "./reroute-bills";
import { getFacts } from "./routing-facts";
import { assertSendable, freezeBill, startRound } from "./start-round";
import {
  addAuthor,
  type Bill,
  bumpVersion,
  insertBill,
  lockBill,
  moveBill,
  saveLines,
  updateHeader,
} from "./store";

/** @throws AppError "not-found" for a company file that is not there, another organisation's or disconnected */
export async function assertConnection(tx: Tx | Db, orgId: string, connectionId: string): Promise<void> {
  const found = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(eq(connections.id, connectionId), eq(connections.orgId, orgId), isNull(connections.deletedAt)),
    );
  if (found.length === 0) throw new AppError("not-found");
}

/**
 * Writes down what was changed about a bill, and who made it what it is if that asks for approval anew. One in approval is signed anew when the edit is of a kind
 * that asks for it; otherwise the signatures count on, for a revision that holds the edit.
 */
export async function tellAndRestart(
  context: CommandContext,
  bill: Bill,
  changes: FieldChange[],
): Promise<void> {
  const { tx, actor, now, record } = context;
  const isSigned = bill.state === "in_approval";
  const asksAnew = restartsApproval(changes, (await getSettings(tx, actor.orgId)).restartsApproval);
  if (asksAnew) await addAuthor(tx, bill.id, actor.userId);
  // A document that comes or goes has an event of its own; here it counts for what was signed.
  const told = isSigned ? changes : changes.filter(({ field }) => field !== "Documents");
  if (told.length === 0) return;
  const restarts = isSigned && asksAnew;
  await record("bill.changed", bill.id, { changes: told, restartsApproval: restarts });
  if (restarts) return startRound(context, await moveBill(tx, bill, "revise", now));
  if (!isSigned) return;
  await assertSendable(context, bill);
  const { number, hash } = await freezeBill(context, bill);
  await record("bill.revised", bill.id, { round: bill.round, revision: number, revisionHash: hash });
}

/**
 * Asks whom the workflow asks now where an edit made a difference to it. Rules that were saved for bills
 * to come do not reach this one for a change that they do not look at.
 * @param before the bill as the rules saw it until the edit
 */
async function rerouteEdited(context: CommandContext, billId: string, before: BillFacts): Promise<void> {
  const { tx, actor } = context;
  const routing = await getRouting(tx, actor.orgId);
  const after = await getFacts(tx, billId);
  if (isSameRoute(plannedRoute(before, routing), plannedRoute(after, routing))) return;
  await rerouteBills(context, "the bill was changed", [billId]);
}

/**
 * Enters a bill, or changes one, within the command that asks for it. Gives the bill as it is then. What
 * is saved as it was stays the version that it is: nobody has to look at it again.
 * @param source the file and the row that it is read from
 */
export async function enterBill(context: CommandContext, input: BillInput, source?: string): Promise<Bill> {
  const { actor, tx, now, record } = context;
  await holdRouting(tx, actor.orgId);
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
      ...(source ? { source } : {}),
    });
    if (input.documentIds) await arrangeDocuments(context, bill, input.documentIds);
    return bill;
  }
  const bill = await lockBill(tx, actor.orgId, input.billId);
  assertMayEdit(actor, bill);
  if (input.version !== null && input.version !== bill.version) throw new AppError("bill-changed");
  if (bill.connectionId !== input.connectionId) throw new AppError("conflict");
  const before = await getContent(tx, bill.id);
  const facts = bill.state === "in_approval" ? await getFacts(tx, bill.id) : null;
  await updateHeader(tx, bill.id, input);
  await saveLines(tx, bill.id, input.lines);
  if (input.documentIds) await arrangeDocuments(context, bill, input.documentIds);
  const changes = diffContent(before, await getContent(tx, bill.id));
  if (changes.length === 0) return bill;
  await tellAndRestart(context, await bumpVersion(tx, bill, now), changes);
  if (facts) await rerouteEdited(context, bill.id, facts);
  return lockBill(tx, actor.orgId, bill.id);
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
