import { sql } from "drizzle-orm";
import { z } from "zod";
import { foreignCurrency } from "@/db/foreign-currency";
import { instantText } from "@/db/instant-text";
import { query } from "@/lib/access/command";
import type { BillState } from "./bill-states";
import { type TimelineEntry, type ToldEvent, tellEvent } from "./tell-event";
import { toldTo } from "./told-to";
import { visibleTo } from "./visible-bills";

/** A vendor's bill in one line. */
export interface VendorBill {
  id: string;
  invoiceNumber: string;
  billDate: string | null;
  dueDate: string | null;
  amount: string;
  /** What QuickBooks says is still to be paid; null while it has said nothing. */
  openAmount: string | null;
  state: BillState;
  /** Null where it is the company's own. */
  currency: string | null;
}

/** The last of them; all stand in the lists, filtered by the vendor. */
const MOST_BILLS = 20;

/** A vendor's last bills, as far as this person may see them, and what happened to the vendor itself. */
export const readVendorHistory = query({
  name: "ledger.read",
  input: z.object({ vendorId: z.uuid() }),
  async run({ actor, db }, { vendorId }): Promise<{ bills: VendorBill[]; timeline: TimelineEntry[] }> {
    const [bills, events] = await Promise.all([
      db.execute<{ bill: VendorBill }>(sql`
        select json_build_object('id', b.id, 'invoiceNumber', b.invoice_number, 'billDate', b.bill_date,
          'dueDate', b.due_date, 'amount', b.amount::text, 'openAmount', k.open_amount::text, 'state', b.state,
          'currency', ${foreignCurrency()}) as bill
        from bills b join connections n on n.id = b.connection_id join vendors v on v.id = b.vendor_id left join bill_links k on k.bill_id = b.id
        where b.vendor_id = ${vendorId} and ${visibleTo(actor)}
        order by b.bill_date desc nulls first, b.created_at desc limit ${MOST_BILLS}`),
      db.execute<{ event: ToldEvent }>(sql`
        select json_build_object('seq', seq, 'name', name, 'actorName', actor_name, 'data', data,
          'at', ${instantText("at")}) as event
        from audit_events where subject = ${vendorId} and org_id = ${actor.orgId} order by seq desc limit 50`),
    ]);
    return {
      bills: bills.rows.map(({ bill }) => bill),
      timeline: toldTo(
        actor,
        events.rows.map(({ event }) => event),
      ).map((event) => tellEvent(event, null)),
    };
  },
});
