import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { type BillState, TRANSITIONS, type TransitionName } from "./bill-states";
import { type KnownLink, lockLinks, markLinksDeleted, type SeenBill, updateLinks } from "./link-store";
import { diffQuickBooksBills } from "./quickbooks-diff";

/** Moves many bills along one transition; those that are not where it starts stay. */
export async function moveBills(tx: Tx, billIds: string[], transition: TransitionName): Promise<Set<string>> {
  if (billIds.length === 0) return new Set();
  const { from, to } = TRANSITIONS[transition];
  const result = await tx.execute<{ id: string }>(sql`
    update bills set state = ${to}, version = version + 1, updated_at = now()
    where id = any(${sql.param(billIds)}::uuid[]) and state = any(${sql.param([...from])}::text[]) returning id`);
  return new Set(result.rows.map((row) => row.id));
}

/** Which transition QuickBooks' word brings about, if any. */
function transitionFor(state: string, seen: SeenBill): TransitionName | undefined {
  const can = (name: TransitionName) => (TRANSITIONS[name].from as readonly string[]).includes(state);
  if (seen.isVoided) return can("void") ? "void" : undefined;
  if (seen.isPaid) return can("pay") ? "pay" : undefined;
  return (state as BillState) === "paid" ? "reopen" : undefined;
}

function eventFor(transition: TransitionName, seen: SeenBill): Pick<NewEvent, "name" | "data"> | undefined {
  switch (transition) {
    case "pay":
      return {
        name: "bill.paid",
        data: {
          payments: seen.payments.map(({ date, amount, refNumber }) => ({
            date,
            amount,
            ...(refNumber ? { refNumber } : {}),
          })),
        },
      };
    case "reopen":
      return { name: "bill.reopened", data: { openAmount: seen.openAmount ?? "" } };
    case "void":
      return { name: "bill.voided", data: {} };
    default:
      return undefined;
  }
}

const eventOf = (link: KnownLink, event: Pick<NewEvent, "name" | "data">, at: Date): NewEvent => ({
  orgId: link.orgId,
  subject: link.billId,
  ...QUICKBOOKS,
  ...event,
  at,
});

/**
 * Takes in bills as QuickBooks has them now: what changed there is told, a bill paid in full moves to
 * the Archive, one whose payment was taken back returns. The approval record is never touched.
 * Transactions that are not linked are passed over. Gives the number of linked bills seen.
 */
export async function takeInBills(
  tx: Tx,
  connectionId: string,
  seen: SeenBill[],
  now: Date,
): Promise<number> {
  const links = await lockLinks(
    tx,
    connectionId,
    seen.map((bill) => bill.txnId),
  );
  const known = seen.filter((bill) => links.has(bill.txnId));
  if (known.length === 0) return 0;
  const events: NewEvent[] = [];
  const moves = new Map<TransitionName, Map<string, SeenBill>>();
  for (const bill of known) {
    const link = links.get(bill.txnId);
    if (!link) continue;
    const changes = link.current ? diffQuickBooksBills(link.current, bill.current) : [];
    if (changes.length > 0 && !bill.isVoided) {
      events.push(eventOf(link, { name: "bill.changed-in-quickbooks", data: { changes } }, now));
    }
    const transition = transitionFor(link.state, bill);
    if (transition) moves.set(transition, (moves.get(transition) ?? new Map()).set(link.billId, bill));
  }
  await updateLinks(tx, connectionId, known);
  for (const [transition, bills] of moves) {
    const moved = await moveBills(tx, [...bills.keys()], transition);
    for (const [billId, bill] of bills) {
      const link = links.get(bill.txnId);
      const event = eventFor(transition, bill);
      if (link && event && moved.has(billId)) events.push(eventOf(link, event, now));
    }
  }
  await record(tx, events);
  return known.length;
}

/** Bills that were deleted in QuickBooks: said so, never forgotten. */
export async function takeInDeletedBills(
  tx: Tx,
  connectionId: string,
  txnIds: string[],
  now: Date,
): Promise<number> {
  const links = await lockLinks(tx, connectionId, txnIds);
  const known = [...links.values()];
  if (known.length === 0) return 0;
  await markLinksDeleted(tx, connectionId, [...links.keys()]);
  const moved = await moveBills(
    tx,
    known.map((link) => link.billId),
    "delete",
  );
  await record(
    tx,
    known
      .filter((link) => moved.has(link.billId))
      .map((link) => eventOf(link, { name: "bill.deleted-in-quickbooks", data: {} }, now)),
  );
  return moved.size;
}
