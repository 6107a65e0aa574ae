import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import { moneyText } from "@/lib/core/money-text";

/** What a notification must know of a bill. */
export interface BillLabel {
  id: string;
  /** "Cascade Lumber, INV-12, $150.00", as it is now. */
  what: string;
  state: string;
  round: number;
  enteredBy: string | null;
  /** Whoever sent it to its approvers the last time. */
  submittedBy: string | null;
}

type Row = Omit<BillLabel, "what"> & {
  vendor: string | null;
  invoiceNumber: string;
  amount: string;
  currency: string | null;
};

/** The bills of an organisation by their ids, as people speak of them. */
export async function getBillLabels(
  tx: Tx,
  orgId: string,
  billIds: readonly string[],
): Promise<Map<string, BillLabel>> {
  if (billIds.length === 0) return new Map();
  const { rows } = await tx.execute<Row>(sql`
    select b.id, b.state, b.round, b.entered_by as "enteredBy", v.full_name as vendor,
      b.invoice_number as "invoiceNumber", b.amount::text as amount,
      ${foreignCurrency()} as currency,
      (select a.actor_id from audit_events a where a.subject = b.id and a.name = 'bill.submitted'
        order by a.seq desc limit 1) as "submittedBy"
    from bills b join connections n on n.id = b.connection_id left join vendors v on v.id = b.vendor_id
    where b.org_id = ${orgId} and b.id = any(${sql.param([...new Set(billIds)])}::uuid[])`);
  return new Map(
    rows.map(({ vendor, invoiceNumber, amount, currency, ...bill }) => [
      bill.id,
      {
        ...bill,
        what: [vendor ?? "A bill without a vendor", invoiceNumber, moneyText(amount, currency)]
          .filter(Boolean)
          .join(", "),
      },
    ]),
  );
}
