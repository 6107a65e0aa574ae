import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { moneyText } from "@/lib/core/money-text";
import type { NewNotification } from "./add-notifications";
import { getBillLabels } from "./bill-labels";
import { eventsNamed, type OutboxEvent } from "./outbox-event";
import { peopleWho } from "./tell-people";

interface Refused {
  what: string;
  href: string;
  billId: string | null;
}

type OtherRecord = {
  id: string;
  kind: "payment" | "vendor" | "item" | "customer";
  name: string | null;
  amount: string | null;
};

/** Admins and Accounting Access, of each refusal by QuickBooks; not when the error is resolved by now. */
export async function tellRefusals(
  tx: Tx,
  orgId: string,
  events: readonly OutboxEvent[],
): Promise<NewNotification[]> {
  const refusals = eventsNamed(events, "bill.refused", "payment.refused", "entry.refused");
  if (refusals.length === 0) return [];
  const records = await findOpen(tx, orgId, [...new Set(refusals.map(({ subject }) => subject))]);
  const people = await peopleWho(tx, orgId, "sync-error.read");
  return refusals.flatMap(({ id, subject, data, at }) => {
    const record = records.get(subject);
    if (!record) return [];
    const { what, href, billId } = record;
    const told = { what, href, by: null, quote: data.message, subject, removed: data.removed };
    return people.map((userId) => ({
      ...{ userId, kind: "sync-error" as const, billId, cause: `event:${id}`, told, at: new Date(at) },
    }));
  });
}

/** Of these records those about which an error is open, and how to speak of them. */
async function findOpen(tx: Tx, orgId: string, subjects: string[]): Promise<Map<string, Refused>> {
  const ids = sql.param(subjects);
  const { rows: open } = await tx.execute<{ id: string }>(sql`
    select distinct subject_id as id from sync_errors
    where org_id = ${orgId} and subject_id = any(${ids}::uuid[]) and resolved_at is null`);
  const isOpen = new Set(open.map(({ id }) => id));
  const bills = await getBillLabels(tx, orgId, subjects);
  const { rows: others } = await tx.execute<OtherRecord>(sql`
    select p.id, 'payment' as kind, v.full_name as name, p.amount::text as amount
      from payments p left join vendors v on v.id = p.vendor_id where p.id = any(${ids}::uuid[])
    union all select id, 'vendor', full_name, null from vendors where id = any(${ids}::uuid[])
    union all select id, 'item', full_name, null from items where id = any(${ids}::uuid[])
    union all select id, 'customer', full_name, null from customers where id = any(${ids}::uuid[])`);
  const found = new Map<string, Refused>();
  for (const { id, what } of bills.values()) {
    if (isOpen.has(id)) found.set(id, { what, href: `/bills/${id}`, billId: id });
  }
  for (const { id, kind, name, amount } of others) {
    if (!isOpen.has(id)) continue;
    found.set(id, { ...otherRecord(kind, id, name ?? "", amount), billId: null });
  }
  return found;
}

function otherRecord(kind: OtherRecord["kind"], id: string, name: string, amount: string | null) {
  if (kind === "payment")
    return {
      what: `the payment of ${moneyText(amount ?? "0.00")} to ${name}`,
      href: `/payments/${id}`,
    };
  if (kind === "vendor") return { what: `the vendor ${name}`, href: `/vendors/${id}` };
  return { what: `the ${kind === "item" ? "item" : "customer:job"} ${name}`, href: "/vendors/new-entries" };
}
