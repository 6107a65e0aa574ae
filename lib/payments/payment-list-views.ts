import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { foreignCurrency } from "@/db/foreign-currency";
import type { Removal } from "@/db/schema";
import { type Actor, may, seesEveryBill } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { type SyncStatus, withoutError } from "@/lib/bills/sync-status";
import { visibleTo } from "@/lib/bills/visible-bills";
import { AppError } from "@/lib/core/errors";
import { containing } from "@/lib/core/like-pattern";
import { OPEN_JOB_STATES } from "@/lib/queue/job-moves";
import { APPLIED, OPEN, PENDING } from "./open-amounts";
import { allowedFor, type PaymentActions } from "./payment-actions";
import type { Payment } from "./store";

export const PAYMENTS_PAGE = 50;

/** A payment as lists show it. Amounts are decimal strings, days YYYY-MM-DD. */
export interface PaymentRow {
  id: string;
  method: Payment["method"];
  state: Payment["state"];
  vendor: string;
  account: string;
  date: string;
  refNumber: string;
  isToBePrinted: boolean;
  /** What leaves the account: without discounts and credits. */
  amount: string;
  /** The numbers of the bills that it pays; empty for one without a number. */
  invoiceNumbers: string[];
  /** How many bills it pays that were not entered here. */
  otherBills: number;
  /** Made in QuickBooks, not here. */
  isFromQuickBooks: boolean;
  removal: Removal | null;
  sync: SyncStatus;
  /** Of its amounts, by name, where it is not the company's own. */
  currency: string | null;
}

/** The company file of a payment `p`, as `n`, its vendor, its account, and its open job, as `j`. */
export const PAYMENT_JOINS = sql`
  join connections n on n.id = p.connection_id left join vendors v on v.id = p.vendor_id left join accounts acc on acc.id = p.account_id
  left join jobs j on j.connection_id = p.connection_id and j.kind in ('payment', 'removal') and j.subject_id = p.id
    and j.state in (${OPEN_JOB_STATES})`;

const SYNC = sql.raw(`json_build_object('kind', case
    when j.state in ('waiting', 'sent', 'in_doubt') then 'waiting'
    when j.state in ('blocked', 'removed') then j.state
    when p.state = 'recorded' then 'linked' else 'none' end,
  'reason', j.blocked_reason, 'attempts', coalesce(j.attempts, 0), 'error', (
    select json_build_object('code', e.code, 'message', e.message) from sync_errors e
    where e.job_id = j.id and e.resolved_at is null order by e.created_at desc limit 1))`);

/** A PaymentRow, as JSON, of a payment `p` with PAYMENT_JOINS. */
export const PAYMENT_ROW = sql`json_build_object('id', p.id, 'method', p.method, 'state', p.state,
  'vendor', coalesce(v.full_name, ''), 'account', coalesce(acc.full_name, ''), 'date', p.date,
  'refNumber', p.ref_number, 'isToBePrinted', p.is_to_be_printed, 'amount', p.amount::text,
  'invoiceNumbers', (select coalesce(json_agg(b.invoice_number order by b.due_date nulls last, b.id), '[]'::json)
    from payment_applications a join bills b on b.id = a.bill_id where a.payment_id = p.id),
  'otherBills', (select count(*)::int from payment_applications a where a.payment_id = p.id and a.bill_id is null),
  'isFromQuickBooks', p.entered_by is null, 'removal', p.removal, 'sync', ${SYNC}, 'currency', ${foreignCurrency()})`;

/** The payments (alias `p`) that an actor may see: those of bills that they may see. */
export function paymentVisibleTo(actor: Actor): SQL {
  const ofOrganisation = sql`p.org_id = ${actor.orgId}`;
  if (seesEveryBill(actor)) return ofOrganisation;
  return sql`${ofOrganisation} and exists (
    select 1 from payment_applications own join bills b on b.id = own.bill_id
    where own.payment_id = p.id and ${visibleTo(actor)})`;
}

/** Whoever may not see sync errors learns how a payment stands, not what QuickBooks said. */
export const forReader = <Row extends { sync: SyncStatus }>(actor: Actor, row: Row): Row =>
  may(actor, "sync-error.read") ? row : { ...row, sync: withoutError(row.sync) };

/** Every word must occur in the vendor's name, the number, the memo, the amount or a bill's number. */
function search(q: string): SQL {
  const conditions = q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const like = containing(word);
      return sql`and (p.ref_number ilike ${like} or v.full_name ilike ${like} or p.memo ilike ${like}
        or p.amount::text like ${like} or exists (select 1 from payment_applications a join bills b on b.id = a.bill_id
          where a.payment_id = p.id and b.invoice_number ilike ${like}))`;
    });
  return sql.join(conditions, sql` `);
}

/** One page of payments, those that wait for QuickBooks first, then the newest; with the count of all that fit. */
export const listPayments = query({
  name: "payment.read",
  input: z.object({
    q: z.string().trim().max(100).default(""),
    page: z.number().int().min(1).max(10_000).default(1),
  }),
  async run({ actor, db }, { q, page }): Promise<{ rows: PaymentRow[]; total: number }> {
    const from = sql`from payments p ${PAYMENT_JOINS} where ${paymentVisibleTo(actor)} ${search(q)}`;
    const [listed, counted] = await Promise.all([
      db.execute<{ row: PaymentRow }>(sql`
        select ${PAYMENT_ROW} as row ${from}
        order by (p.state = 'waiting') desc, p.date desc, p.created_at desc, p.id
        limit ${PAYMENTS_PAGE} offset ${(page - 1) * PAYMENTS_PAGE}`),
      db.execute<{ total: number }>(sql`select count(*)::int as total ${from}`),
    ]);
    return {
      rows: listed.rows.map(({ row }) => forReader(actor, row)),
      total: counted.rows[0]?.total ?? 0,
    };
  },
});

/** A payment as the page of a bill that it pays shows it. */
export interface BillPayment extends PaymentRow {
  /** What it settles of this bill: money, discount and credits. */
  settles: string;
  /** Its identity in QuickBooks; one of credits alone has none. */
  txnId: string | null;
  allowed: PaymentActions;
}

/** What the page of a bill shows of its payments. */
export interface BillPayments {
  /** The newest first; those taken back are left out. */
  payments: BillPayment[];
  /** What waiting payments will pay of it. */
  pending: string;
  /** There is something left to pay, and this actor may pay it. */
  mayPay: boolean;
}

/** The payments of a bill, and whether there is more to pay. Throws "not-found" for a bill one may not see. */
export const paymentsOfBill = query({
  name: "payment.read",
  input: z.object({ billId: z.uuid() }),
  async run({ actor, db }, { billId }): Promise<BillPayments> {
    const [bill, paid] = await Promise.all([
      db.execute<{ pending: string; isPayable: boolean }>(sql`
        select (${PENDING})::numeric(15, 2)::text as pending,
          b.state = 'approved' and b.removal is null and (${OPEN}) > 0 as "isPayable"
        from bills b left join bill_links k on k.bill_id = b.id where b.id = ${billId} and ${visibleTo(actor)}`),
      db.execute<{ row: PaymentRow; settles: string; txnId: string | null }>(sql`
        select ${PAYMENT_ROW} as row, p.txn_id as "txnId", (${APPLIED})::numeric(15, 2)::text as settles
        from payment_applications a join payments p on p.id = a.payment_id join bills b on b.id = a.bill_id ${PAYMENT_JOINS}
        where a.bill_id = ${billId} and ${visibleTo(actor)} and p.state <> 'withdrawn'
        order by p.date desc, p.created_at desc`),
    ]);
    const [found] = bill.rows;
    if (!found) throw new AppError("not-found");
    return {
      payments: paid.rows.map(({ row, settles, txnId }) => ({
        ...forReader(actor, row),
        ...{ settles, txnId, allowed: allowedFor(actor, { ...row, txnId }) },
      })),
      pending: found.pending,
      mayPay: found.isPayable && may(actor, "payment.record"),
    };
  },
});
