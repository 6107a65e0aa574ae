import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type EventData, type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { type Merge, takeInMerges } from "@/lib/ledger/merge-store";
import { type BillState, EDITABLE, TRANSITIONS, type TransitionName } from "./bill-states";
import {
  type KnownLink,
  lockLinks,
  markForFetch,
  markLinksDeleted,
  type SeenBill,
  updateLinks,
} from "./link-store";
import { diffQuickBooksBills } from "./quickbooks-diff";
import { followReferences, withMerges } from "./quickbooks-refs";

/** Moves many bills along one transition; those that are not where it starts stay. */
export async function moveBills(tx: Tx, billIds: string[], transition: TransitionName): Promise<Set<string>> {
  if (billIds.length === 0) return new Set();
  const { from, to } = TRANSITIONS[transition];
  const result = await tx.execute<{ id: string }>(sql`
    update bills set state = ${to}, removal = null, version = version + 1, updated_at = now()
    where id = any(${sql.param(billIds)}::uuid[]) and state = any(${sql.param([...from])}::text[]) returning id`);
  return new Set(result.rows.map((row) => row.id));
}

/** Which transitions QuickBooks' word brings about, in order. */
function transitionsFor(state: string, seen: SeenBill): TransitionName[] {
  const can = (name: TransitionName, from = state) =>
    (TRANSITIONS[name].from as readonly string[]).includes(from);
  if (seen.isVoided) return can("void") ? ["void"] : [];
  const back: TransitionName[] = can("reappear") ? ["reappear"] : [];
  if (seen.isPaid) return can("pay", back.length > 0 ? "approved" : state) ? [...back, "pay"] : back;
  return (state as BillState) === "paid" ? ["reopen"] : back;
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
    case "reappear":
      return { name: "bill.reappeared", data: {} };
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

type Seen = EventData<"bill.seen-in-quickbooks">["what"];

const isUnapproved = ({ state }: KnownLink): boolean => (EDITABLE as readonly string[]).includes(state);

/** What QuickBooks did to a bill that is not approved here and so cannot move: the next approval finds it so. */
function seenOf(link: KnownLink, bill: SeenBill): Seen | undefined {
  if (!isUnapproved(link)) return undefined;
  if (bill.isVoided) return link.isVoided ? undefined : "voided";
  if (bill.isPaid !== link.isPaid) return bill.isPaid ? "paid" : "reopened";
  return link.isDeleted ? "reappeared" : undefined;
}

const seenEvent = (what: Seen): Pick<NewEvent, "name" | "data"> => ({
  name: "bill.seen-in-quickbooks",
  data: { what },
});

/** What a bill's own merges are told as, and the entries' own history with them. */
function mergeEvents(link: KnownLink, merges: Merge[], at: Date): NewEvent[] {
  if (merges.length === 0) return [];
  const changes = merges.map(({ list, fromName, toName }) => ({ field: list, from: fromName, to: toName }));
  return [eventOf(link, { name: "bill.merged", data: { changes } }, at)];
}

const told = ({ list, fromName, toName }: Merge, orgId: string, at: Date): NewEvent => ({
  orgId,
  subject: orgId,
  ...QUICKBOOKS,
  name: "entry.merged",
  data: { list, from: fromName, into: toName },
  at,
});

/**
 * Takes in bills as QuickBooks has them now: what changed there is told, a bill paid in full moves to
 * the Archive, one whose payment was taken back returns. Records that were merged there are no change of
 * the bill. The approval record is never touched. Transactions that are not linked are passed over.
 */
export async function takeInBills(tx: Tx, connectionId: string, seen: SeenBill[], now: Date): Promise<void> {
  const links = await lockLinks(
    tx,
    connectionId,
    seen.map((bill) => bill.txnId),
  );
  const known = seen.flatMap((bill) => {
    const link = links.get(bill.txnId);
    return link ? [{ bill, link }] : [];
  });
  const [first] = known;
  if (!first) return;
  const moved = known.map(({ bill, link }) =>
    link.current ? followReferences(link.current, bill.current) : [],
  );
  const merges = await takeInMerges(tx, connectionId, moved.flat());
  const events = merges.filter((merge) => merge.isNew).map((merge) => told(merge, first.link.orgId, now));
  const moves: [TransitionName, typeof known][] = [];
  const updates = known.map(({ bill, link }, index) => {
    const own = merges.filter((merge) =>
      moved[index]?.some((m) => m.list === merge.list && m.from === merge.from),
    );
    const before = link.current && withMerges(link.current, own);
    const changes = before ? diffQuickBooksBills(before, bill.current) : [];
    const isChanged = changes.length > 0 && !bill.isVoided;
    events.push(...mergeEvents(link, own, now));
    if (isChanged) events.push(eventOf(link, { name: "bill.changed-in-quickbooks", data: { changes } }, now));
    const what = seenOf(link, bill);
    if (what) events.push(eventOf(link, seenEvent(what), now));
    for (const transition of transitionsFor(link.state, bill)) {
      const group = moves.find(([name]) => name === transition)?.[1];
      if (group) group.push({ bill, link });
      else moves.push([transition, [{ bill, link }]]);
    }
    return {
      ...bill,
      isChanged,
      written: link.written && own.length > 0 ? withMerges(link.written, own) : undefined,
    };
  });
  await updateLinks(tx, connectionId, updates);
  // What brings a bill back goes before what it then becomes.
  moves.sort(([a], [b]) => Number(b === "reappear") - Number(a === "reappear"));
  for (const [transition, group] of moves) {
    const ids = await moveBills(
      tx,
      group.map(({ link }) => link.billId),
      transition,
    );
    for (const { bill, link } of group) {
      const event = eventFor(transition, bill);
      if (event && ids.has(link.billId)) events.push(eventOf(link, event, now));
    }
  }
  await record(tx, events);
}

/** Bills that QuickBooks has voided on our order; what it has of them now is fetched in the same run. */
export async function takeInVoidedBills(
  tx: Tx,
  connectionId: string,
  txnIds: string[],
  now: Date,
): Promise<void> {
  const links = [...(await lockLinks(tx, connectionId, txnIds)).values()];
  if (links.length === 0) return;
  await markForFetch(tx, connectionId, txnIds);
  const moved = await moveBills(
    tx,
    links.map((link) => link.billId),
    "void",
  );
  await record(
    tx,
    links
      .filter((link) => moved.has(link.billId))
      .map((link) => eventOf(link, { name: "bill.voided", data: {} }, now)),
  );
}

const goneEvent = (what: "deleted" | "missing", { txnId }: KnownLink): Pick<NewEvent, "name" | "data"> =>
  what === "deleted"
    ? { name: "bill.deleted-in-quickbooks", data: {} }
    : { name: "bill.missing-in-quickbooks", data: { txnId } };

/** Bills that are not in QuickBooks any more: said so, never forgotten. Gives the number moved. */
async function takeInGone(
  tx: Tx,
  connectionId: string,
  txnIds: string[],
  now: Date,
  what: "deleted" | "missing",
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
    known.flatMap((link) => {
      if (moved.has(link.billId)) return [eventOf(link, goneEvent(what, link), now)];
      return isUnapproved(link) && !link.isDeleted ? [eventOf(link, seenEvent(what), now)] : [];
    }),
  );
  return moved.size;
}

/** Bills that were deleted in QuickBooks. */
export async function takeInDeletedBills(
  tx: Tx,
  connectionId: string,
  txnIds: string[],
  now: Date,
): Promise<void> {
  await takeInGone(tx, connectionId, txnIds, now, "deleted");
}

/** Bills that QuickBooks neither has nor remembers to have deleted: a backup was restored. */
export const takeInMissingBills = (
  tx: Tx,
  connectionId: string,
  txnIds: string[],
  now: Date,
): Promise<number> => takeInGone(tx, connectionId, txnIds, now, "missing");
