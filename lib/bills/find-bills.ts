import { sql } from "drizzle-orm";
import { z } from "zod";
import { foreignCurrency } from "@/db/foreign-currency";
import { query } from "@/lib/access/command";
import { containing } from "@/lib/core/like-pattern";
import type { BillState } from "./bill-states";
import { visibleTo } from "./visible-bills";

export interface FoundBill {
  id: string;
  vendor: string | null;
  invoiceNumber: string;
  amount: string;
  /** Null where it is the company's own. */
  currency: string | null;
  state: BillState;
}

const MOST = 8;

/** A handful of bills by vendor or invoice number, the newest first: for going to one by its name. */
export const findBills = query({
  name: "bill.list",
  input: z.object({ text: z.string().trim().min(1).max(100) }),
  async run({ actor, db }, { text }): Promise<FoundBill[]> {
    const like = containing(text);
    const { rows } = await db.execute<FoundBill & Record<string, unknown>>(sql`
      select b.id, v.full_name as vendor, b.invoice_number as "invoiceNumber", b.amount::text, b.state,
        ${foreignCurrency()} as currency
      from bills b join connections n on n.id = b.connection_id left join vendors v on v.id = b.vendor_id
      where ${visibleTo(actor)} and (b.invoice_number ilike ${like} or v.full_name ilike ${like})
      order by b.created_at desc limit ${MOST}`);
    return rows;
  },
});
