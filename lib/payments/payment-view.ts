import { sql } from "drizzle-orm";
import { z } from "zod";
import { instantText } from "@/db/instant-text";
import { query } from "@/lib/access/command";
import { type TimelineEntry, type ToldEvent, tellEvent } from "@/lib/bills/tell-event";
import { toldTo } from "@/lib/bills/told-to";
import { visibleTo } from "@/lib/bills/visible-bills";
import { AppError } from "@/lib/core/errors";
import { allowedFor, type PaymentActions } from "./payment-actions";
import {
  forReader,
  PAYMENT_JOINS,
  PAYMENT_ROW,
  type PaymentRow,
  paymentVisibleTo,
} from "./payment-list-views";

/** What a payment settles of one bill. */
export interface AppliedBill {
  /** Null for a bill that is not here, or that the reader may not see. */
  billId: string | null;
  invoiceNumber: string;
  dueDate: string | null;
  amount: string;
  discountAmount: string;
  discountAccount: string | null;
  credits: { refNumber: string; date: string | null; amount: string }[];
}

/** Everything that is kept of one payment. Times are ISO 8601, in UTC. */
export interface PaymentView extends PaymentRow {
  memo: string;
  enteredBy: string | null;
  createdAt: string;
  txnId: string | null;
  applied: AppliedBill[];
  allowed: PaymentActions;
  timeline: TimelineEntry[];
}

type Raw = Omit<PaymentView, "allowed" | "timeline" | keyof PaymentRow> & {
  row: PaymentRow;
  events: ToldEvent[];
};

/** One payment with what it pays and what happened to it. Throws "not-found" for one that this actor may not see. */
export const readPayment = query({
  name: "payment.read",
  input: z.object({ paymentId: z.uuid() }),
  async run({ actor, db }, { paymentId }): Promise<PaymentView> {
    const { rows } = await db.execute<{ payment: Raw }>(sql`
      select json_build_object('row', ${PAYMENT_ROW}, 'memo', p.memo, 'enteredBy', u.name, 'txnId', p.txn_id,
        'createdAt', ${instantText("p.created_at")},
        'applied', coalesce((select json_agg(json_build_object('billId', b.id,
            'invoiceNumber', coalesce(b.invoice_number, ''), 'dueDate', b.due_date, 'amount', a.amount::text,
            'discountAmount', a.discount_amount::text, 'discountAccount', d.full_name,
            'credits', coalesce((select json_agg(json_build_object('refNumber', c.ref_number, 'date', c.date,
                'amount', pc.amount::text) order by c.date) from payment_credits pc
              join vendor_credits c on c.id = pc.credit_id where pc.application_id = a.id), '[]'::json))
            order by b.due_date nulls last, a.id)
          from payment_applications a left join bills b on b.id = a.bill_id and ${visibleTo(actor)}
          left join accounts d on d.id = a.discount_account_id where a.payment_id = p.id), '[]'::json),
        'events', coalesce((select json_agg(json_build_object('seq', e.seq, 'name', e.name, 'actorName', e.actor_name,
            'data', e.data, 'at', ${instantText("e.at")}) order by e.seq desc)
          from audit_events e where e.subject = p.id), '[]'::json)) as payment
      from payments p left join users u on u.id = p.entered_by ${PAYMENT_JOINS}
      where p.id = ${paymentId} and ${paymentVisibleTo(actor)}`);
    const found = rows[0]?.payment;
    if (!found) throw new AppError("not-found");
    const { row, events, ...rest } = found;
    return {
      ...forReader(actor, row),
      ...rest,
      allowed: allowedFor(actor, { ...row, txnId: rest.txnId }),
      timeline: toldTo(actor, events).map((event) => tellEvent(event, row.currency)),
    };
  },
});
