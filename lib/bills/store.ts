import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { billApprovers, billRevisions, billSignatures, bills } from "@/db/schema";
import type { Place } from "@/lib/approvals/plan-reroute";
import { AppError } from "@/lib/core/errors";
import { authorsOf } from "@/lib/orgs/bill-authors";
import { standInOf } from "@/lib/orgs/stand-ins";
import type { BillInput, LineInput } from "./bill-input";
import { type BillState, startsNewRound, TRANSITIONS, type TransitionName } from "./bill-states";
import { lastRateOf } from "./last-rate";

export type Bill = Omit<typeof bills.$inferSelect, "state"> & { state: BillState };

/** The bill, locked until the transaction ends. Another organisation's bill is "not found". */
export async function lockBill(tx: Tx, orgId: string, billId: string): Promise<Bill> {
  const [bill] = await tx
    .select()
    .from(bills)
    .where(and(eq(bills.id, billId), eq(bills.orgId, orgId)))
    .for("update");
  if (!bill) throw new AppError("not-found");
  return bill as Bill;
}

const headerOf = (input: BillInput) => ({
  vendorId: input.vendorId,
  invoiceNumber: input.invoiceNumber,
  billDate: input.billDate,
  dueDate: input.dueDate,
  termsId: input.termsId,
  apAccountId: input.apAccountId,
  memo: input.memo,
  amount: input.amount,
  exchangeRate: input.exchangeRate ?? null,
  knownRate: input.exchangeRate ? null : lastRateOf(input.connectionId, input.vendorId),
});

export async function insertBill(tx: Tx, orgId: string, enteredBy: string, input: BillInput): Promise<Bill> {
  const [bill] = await tx
    .insert(bills)
    .values({ orgId, enteredBy, connectionId: input.connectionId, ...headerOf(input) })
    .returning();
  return bill as Bill;
}

export async function updateHeader(tx: Tx, billId: string, input: BillInput): Promise<void> {
  await tx.update(bills).set(headerOf(input)).where(eq(bills.id, billId));
}

/** The bill is another version from now on: something about it was changed. */
export async function bumpVersion(tx: Tx, bill: Bill, now: Date): Promise<Bill> {
  const [updated] = await tx
    .update(bills)
    .set({ version: bill.version + 1, updatedAt: now })
    .where(eq(bills.id, bill.id))
    .returning();
  return updated as Bill;
}

/** They made the bill what it is, as much as whoever entered it. */
export async function addAuthor(tx: Tx, billId: string, userId: string): Promise<void> {
  await tx
    .update(bills)
    .set({ changedBy: sql`array_append(changed_by, ${userId}::uuid)` })
    .where(and(eq(bills.id, billId), sql`${userId}::uuid <> all(${authorsOf("bills")})`));
}

/** The lines as given, in two statements; a line with an id stays the same line, in QuickBooks too. */
export async function saveLines(tx: Tx, billId: string, lines: LineInput[]): Promise<void> {
  const rows = JSON.stringify(
    lines.map((line, position) => ({
      ...(line.id ? { id: line.id } : {}),
      position,
      kind: line.kind,
      account_id: line.kind === "expense" ? line.accountId : null,
      item_id: line.kind === "item" ? line.itemId : null,
      description: line.description,
      quantity: line.kind === "item" ? line.quantity : null,
      cost: line.kind === "item" ? line.cost : null,
      amount: line.amount,
      class_id: line.classId,
      customer_id: line.customerId,
      billable: line.billable,
    })),
  );
  const given = sql`json_to_recordset(${rows}::json) as x(id uuid, position int, kind text, account_id uuid, item_id uuid,
    description text, quantity numeric, cost numeric, amount numeric, class_id uuid, customer_id uuid, billable boolean)`;
  // A line that changes its kind is another line to QuickBooks, so it does not keep its TxnLineID.
  await tx.execute(sql`
    delete from bill_lines old where bill_id = ${billId}
      and not exists (select 1 from ${given} where x.id = old.id and x.kind = old.kind)`);
  await tx.execute(sql`
    insert into bill_lines (id, bill_id, position, kind, account_id, item_id, description, quantity, cost, amount,
                            class_id, customer_id, billable)
    select coalesce(own.id, gen_random_uuid()), ${billId}, x.position, x.kind, x.account_id, x.item_id, x.description,
           x.quantity, x.cost, x.amount, x.class_id, x.customer_id, x.billable
    from ${given} left join bill_lines own on own.id = x.id and own.bill_id = ${billId}
    on conflict (id) do update set position = excluded.position, account_id = excluded.account_id,
      item_id = excluded.item_id, description = excluded.description, quantity = excluded.quantity, cost = excluded.cost,
      amount = excluded.amount, class_id = excluded.class_id, customer_id = excluded.customer_id, billable = excluded.billable`);
}

/** Moves a bill along one transition; "wrong-state" when it is not where that transition starts. */
export async function moveBill(tx: Tx, bill: Bill, transition: TransitionName, now: Date): Promise<Bill> {
  const { from, to } = TRANSITIONS[transition];
  if (!(from as readonly BillState[]).includes(bill.state)) throw new AppError("wrong-state");
  const [moved] = await tx
    .update(bills)
    .set({
      state: to,
      round: bill.round + (startsNewRound(transition) ? 1 : 0),
      version: bill.version + 1,
      updatedAt: now,
      ...(transition === "submit" || transition === "resubmit" ? { submittedAt: now } : {}),
      ...(transition === "approve" ? { approvedAt: now } : {}),
      // What it says was approved: whoever changes it from now on makes it what will be.
      ...(transition === "unapprove" ? { changedBy: [] } : {}),
    })
    .where(and(eq(bills.id, bill.id), eq(bills.state, bill.state)))
    .returning();
  if (!moved) throw new AppError("conflict");
  return moved as Bill;
}

export async function addRevision(
  tx: Tx,
  revision: { billId: string; round: number; content: unknown; hash: string; createdBy: string },
): Promise<{ id: string; number: number }> {
  const [row] = await tx
    .insert(billRevisions)
    .values({
      ...revision,
      number: sql`(select coalesce(max(number), 0) + 1 from bill_revisions where bill_id = ${revision.billId})`,
    })
    .returning({ id: billRevisions.id, number: billRevisions.number });
  if (!row) throw new Error("a revision was not stored");
  return row;
}

/** The newest revision of this round: the one that verdicts are given on. */
export async function getRevision(tx: Tx, bill: Bill): Promise<{ id: string; number: number; hash: string }> {
  const [row] = await tx
    .select({ id: billRevisions.id, number: billRevisions.number, hash: billRevisions.hash })
    .from(billRevisions)
    .where(and(eq(billRevisions.billId, bill.id), eq(billRevisions.round, bill.round)))
    .orderBy(desc(billRevisions.number))
    .limit(1);
  if (!row) throw new Error(`bill ${bill.id} has no revision in round ${bill.round}`);
  return row;
}

/** Replaces the route of the bill's present round. */
export async function saveRoute(tx: Tx, bill: Bill, places: readonly Place[]): Promise<void> {
  await tx
    .delete(billApprovers)
    .where(and(eq(billApprovers.billId, bill.id), eq(billApprovers.round, bill.round)));
  await tx
    .insert(billApprovers)
    .values(places.map((place) => ({ billId: bill.id, round: bill.round, ...place })));
}

export const getRoute = (tx: Tx, bill: Bill) =>
  tx
    .select({
      ...getTableColumns(billApprovers),
      standInId: sql<string | null>`${standInOf("bills", "bill_approvers.user_id")}`,
    })
    .from(billApprovers)
    .innerJoin(bills, eq(bills.id, billApprovers.billId))
    .where(and(eq(billApprovers.billId, bill.id), eq(billApprovers.round, bill.round)))
    .orderBy(asc(billApprovers.step));

export const getSignatures = (tx: Tx, bill: Bill) =>
  tx
    .select()
    .from(billSignatures)
    .where(and(eq(billSignatures.billId, bill.id), eq(billSignatures.round, bill.round)));

export async function addSignature(tx: Tx, signature: typeof billSignatures.$inferInsert): Promise<void> {
  await tx.insert(billSignatures).values(signature);
}
