import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { paymentApplications, paymentCredits, payments } from "@/db/schema";
import { AppError } from "@/lib/core/errors";
import { AP_ACCOUNT, CREDIT_OPEN, OPEN, PENDING } from "./open-amounts";
import type { PaymentInput } from "./payment-input";
import type { PayableBill, PayingAccount, PaymentFacts, UsableCredit } from "./payment-rules";

export type Payment = typeof payments.$inferSelect;

const uuids = (ids: string[]) => sql`${sql.param(ids)}::uuid[]`;

/** The bills of an organisation, in the order asked for. Another organisation's is "not found". */
async function findBills(tx: Tx | Db, orgId: string, billIds: string[]): Promise<PayableBill[]> {
  const { rows } = await tx.execute<{ bill: PayableBill }>(sql`
    select json_build_object('id', b.id, 'connectionId', b.connection_id, 'state', b.state, 'vendorId', b.vendor_id,
      'vendorName', coalesce(v.full_name, ''), 'vendorListId', v.list_id, 'invoiceNumber', b.invoice_number,
      'billDate', b.bill_date, 'dueDate', b.due_date, 'amount', b.amount::text, 'apAccountId', ${AP_ACCOUNT},
      'isLeaving', b.removal is not null, 'isLinked', k.bill_id is not null and k.deleted_at is null,
      'open', (${OPEN})::numeric(15, 2)::text, 'pending', (${PENDING})::numeric(15, 2)::text) as bill
    from bills b left join vendors v on v.id = b.vendor_id left join bill_links k on k.bill_id = b.id
    where b.org_id = ${orgId} and b.id = any(${uuids(billIds)})`);
  const found = new Map(rows.map(({ bill }) => [bill.id, bill]));
  return [...new Set(billIds)].map((id) => {
    const bill = found.get(id);
    if (!bill) throw new AppError("not-found");
    return bill;
  });
}

export const getPayableBills = findBills;

/** As getPayableBills, locked until the transaction ends: two people cannot pay the same money twice. */
export async function lockPayableBills(tx: Tx, orgId: string, billIds: string[]): Promise<PayableBill[]> {
  await tx.execute(sql`
    select 1 from bills where org_id = ${orgId} and id = any(${uuids(billIds)}) order by id for update`);
  return findBills(tx, orgId, billIds);
}

const creditsWhere = async (tx: Tx | Db, connectionId: string, where: ReturnType<typeof sql>) => {
  const { rows } = await tx.execute<{ credit: UsableCredit }>(sql`
    select json_build_object('id', v.id, 'vendorListId', v.vendor_list_id, 'refNumber', v.ref_number, 'date', v.date,
      'open', (${CREDIT_OPEN})::numeric(15, 2)::text, 'apAccountId', (
        select x.id from accounts x where x.connection_id = v.connection_id and x.list_id = v.ap_account_list_id)) as credit
    from vendor_credits v where v.connection_id = ${connectionId} and v.deleted_at is null and ${where}
    order by v.date, v.id`);
  return rows.map(({ credit }) => credit);
};

/** The credits of a vendor that have something left, the oldest first. */
export const getCreditsOf = (
  tx: Tx | Db,
  connectionId: string,
  vendorListId: string,
): Promise<UsableCredit[]> =>
  creditsWhere(tx, connectionId, sql`v.vendor_list_id = ${vendorListId} and (${CREDIT_OPEN}) > 0`);

/** These credits, locked. Those of another company file are left out. */
export async function lockCredits(tx: Tx, connectionId: string, ids: string[]): Promise<UsableCredit[]> {
  if (ids.length === 0) return [];
  await tx.execute(sql`
    select 1 from vendor_credits where connection_id = ${connectionId} and id = any(${uuids(ids)}) order by id for update`);
  return creditsWhere(tx, connectionId, sql`v.id = any(${uuids(ids)})`);
}

/** These accounts of a company file; one that was deleted counts as inactive. */
export async function getAccounts(
  tx: Tx | Db,
  connectionId: string,
  ids: (string | null)[],
): Promise<PayingAccount[]> {
  const { rows } = await tx.execute<PayingAccount & Record<string, unknown>>(sql`
    select id, full_name as name, account_type as "accountType", currency, is_active and deleted_at is null as "isActive"
    from accounts where connection_id = ${connectionId} and id = any(${uuids(ids.filter((id) => id !== null))})`);
  return rows;
}

/** The last day that the books of a company file are closed for, YYYY-MM-DD. */
export async function getClosingDate(tx: Tx | Db, connectionId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ day: string | null }>(
    sql`select preferences->>'closingDate' as day from connections where id = ${connectionId}`,
  );
  return rows[0]?.day ?? null;
}

/** The company's own currency and a vendor's, by name; null where the file has one currency. */
export async function getCurrencies(
  tx: Tx | Db,
  connectionId: string,
  vendorId: string | null,
): Promise<PaymentFacts["currencies"]> {
  const { rows } = await tx.execute<PaymentFacts["currencies"] & Record<string, unknown>>(sql`
    select n.preferences->>'homeCurrency' as home, v.currency as vendor
    from connections n left join vendors v on v.id = ${vendorId}
    where n.id = ${connectionId} and (n.preferences->>'isMultiCurrencyOn')::boolean`);
  return rows[0] ?? { home: null, vendor: null };
}

/** Stores a payment with what it pays of each bill. */
export async function insertPayment(
  tx: Tx,
  payment: Omit<typeof payments.$inferInsert, "id">,
  applications: PaymentInput["applications"],
): Promise<Payment> {
  const [row] = await tx.insert(payments).values(payment).returning();
  if (!row) throw new Error("a payment was not stored");
  const stored = await tx
    .insert(paymentApplications)
    .values(
      applications.map(({ billId, amount, discountAmount, discountAccountId }) => ({
        ...{ paymentId: row.id, billId, amount, discountAmount, discountAccountId },
      })),
    )
    .returning({ id: paymentApplications.id, billId: paymentApplications.billId });
  const idOf = new Map(stored.map(({ id, billId }) => [billId, id]));
  const credits = applications.flatMap(({ billId, credits: used }) =>
    used.map(({ creditId, amount }) => ({ applicationId: idOf.get(billId) ?? "", creditId, amount })),
  );
  if (credits.length > 0) await tx.insert(paymentCredits).values(credits);
  return row;
}

/** The payment, locked until the transaction ends. Another organisation's is "not found". */
export async function lockPayment(tx: Tx, orgId: string, paymentId: string): Promise<Payment> {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.orgId, orgId)))
    .for("update");
  if (!payment) throw new AppError("not-found");
  return payment;
}

/** The bills of ours that a payment pays. */
export async function paidBillIds(tx: Tx, paymentId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ billId: string }>(sql`
    select distinct bill_id as "billId" from payment_applications where payment_id = ${paymentId} and bill_id is not null`);
  return rows.map((row) => row.billId);
}

/** Moves a payment to another state, guarded by the one it is in. */
export async function movePayment(
  tx: Tx,
  payment: Payment,
  set: Partial<Pick<Payment, "state" | "removal">>,
  now: Date,
): Promise<void> {
  const moved = await tx
    .update(payments)
    .set({ ...set, updatedAt: now })
    .where(and(eq(payments.id, payment.id), eq(payments.state, payment.state)))
    .returning({ id: payments.id });
  if (moved.length === 0) throw new AppError("conflict");
}
