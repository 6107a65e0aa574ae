import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type NamedEntry, namedEntry } from "@/lib/ledger/named-entry";
import type { Payment } from "./store";

/** A vendor credit that a payment sets off, as QuickBooks has it. */
export interface CreditToSend {
  txnId: string;
  refNumber: string;
  amount: string;
  /** What of it is left, as last seen. */
  left: string;
  isDeleted: boolean;
  /** What of it stands on this bill already, as last seen. */
  appliedBefore: string;
}

/** What is to be paid of one bill, in the terms of its company file. */
export interface ApplicationToSend {
  billId: string;
  billState: string;
  invoiceNumber: string;
  /** It is ordered to be voided or deleted. */
  isLeaving: boolean;
  /** Null where QuickBooks does not have the bill (any more). */
  txnId: string | null;
  isPaid: boolean;
  /** What QuickBooks last said is open; null where it does not say. */
  openAmount: string | null;
  amount: string;
  discountAmount: string;
  discountAccountListId: string | null;
  discountAccount: NamedEntry | null;
  credits: CreditToSend[];
}

/** A payment in the terms of its company file; ListIDs are null where QuickBooks does not have the record. */
export interface PaymentToSend {
  paymentId: string;
  state: Payment["state"];
  method: Payment["method"];
  vendorId: string;
  vendorName: string;
  vendorListId: string | null;
  apAccountListId: string | null;
  accountListId: string | null;
  /** The vendor and the accounts that it names, as the ledger has them. */
  named: (NamedEntry | null)[];
  /** The last day that the books are closed for. */
  closingDate: string | null;
  date: string;
  refNumber: string;
  isToBePrinted: boolean;
  memo: string;
  amount: string;
  exchangeRate: string | null;
  externalGuid: string;
  applications: ApplicationToSend[];
}

/** What of the credit `v` stands on the bill with the link `k`; while that is to be fetched, at least what we set off. */
const APPLIED_BEFORE = sql.raw(`greatest(
  coalesce((select sum(abs((s->>'amount')::numeric)) from jsonb_array_elements(k.payments) s where s->>'txnId' = v.txn_id), 0),
  case when k.needs_fetch then coalesce((
    select sum(oc.amount) from payment_credits oc join payment_applications oa on oa.id = oc.application_id
    join payments op on op.id = oa.payment_id
    where oc.credit_id = v.id and oa.bill_id = a.bill_id and op.state = 'recorded'), 0) else 0 end)`);

/** The payments with all that a BillPaymentCheckAdd or BillPaymentCreditCardAdd needs: one query for a batch. */
export async function getPaymentsToSend(tx: Tx, paymentIds: string[]): Promise<Map<string, PaymentToSend>> {
  const { rows } = await tx.execute<{ payment: PaymentToSend }>(sql`
    select json_build_object('paymentId', p.id, 'state', p.state, 'method', p.method, 'vendorId', w.id,
      'vendorName', w.full_name, 'vendorListId', w.list_id, 'accountListId', acc.list_id,
      'named', json_build_array(${namedEntry("vendors", "w", "Vendor")}, ${namedEntry("accounts", "acc", "Account")},
        ${namedEntry("accounts", "ap", "A/P account")}),
      'closingDate', n.preferences->>'closingDate', 'date', p.date, 'refNumber', p.ref_number,
      'isToBePrinted', p.is_to_be_printed, 'memo', p.memo, 'amount', p.amount::text,
      'exchangeRate', trim_scale(p.exchange_rate)::text, 'externalGuid', p.external_guid,
      'apAccountListId', ap.list_id,
      'applications', coalesce((select json_agg(json_build_object('billId', b.id, 'billState', b.state,
          'invoiceNumber', b.invoice_number, 'isLeaving', b.removal is not null, 'txnId', case when k.deleted_at is null then k.txn_id end,
          'isPaid', coalesce(k.is_paid, false), 'openAmount', k.open_amount::text, 'amount', a.amount::text,
          'discountAmount', a.discount_amount::text, 'discountAccountListId', d.list_id,
          'discountAccount', ${namedEntry("accounts", "d", "Discount account")},
          'credits', coalesce((select json_agg(json_build_object('txnId', v.txn_id, 'refNumber', v.ref_number,
              'amount', c.amount::text, 'left', coalesce(v.open_amount, v.amount)::text,
              'isDeleted', v.deleted_at is not null, 'appliedBefore', (${APPLIED_BEFORE})::numeric(15, 2)::text)
              order by v.date, v.id)
            from payment_credits c join vendor_credits v on v.id = c.credit_id where c.application_id = a.id), '[]'::json))
          order by b.due_date nulls last, b.created_at, b.id)
        from payment_applications a join bills b on b.id = a.bill_id
        left join bill_links k on k.bill_id = b.id left join accounts d on d.id = a.discount_account_id
        where a.payment_id = p.id), '[]'::json)) as payment
    from payments p join connections n on n.id = p.connection_id
    join vendors w on w.id = p.vendor_id join accounts acc on acc.id = p.account_id
    left join accounts ap on ap.id = coalesce((
      select x.id from payment_applications a join bill_links k on k.bill_id = a.bill_id
      join accounts x on x.connection_id = p.connection_id and x.list_id = k.current->'apAccount'->>'listId'
      where a.payment_id = p.id limit 1), p.ap_account_id)
    where p.id = any(${sql.param(paymentIds)}::uuid[])`);
  return new Map(rows.map(({ payment }) => [payment.paymentId, payment]));
}
