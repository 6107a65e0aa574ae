import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Removal } from "@/db/schema";

/** The day of a bill in QuickBooks, and the last day that its books are closed for; YYYY-MM-DD. */
interface Period {
  billDate: string | null;
  closingDate: string | null;
}

/** A bill that shall be voided or deleted in QuickBooks. */
export interface BillToRemove extends Period {
  id: string;
  removal: Removal;
  txnId: string;
  /** QuickBooks has a payment or a credit on it, and lets go of no such bill. */
  isPaidOn: boolean;
}

// What is removed is the transaction as QuickBooks has it, whatever its date is here.
const PERIOD = sql`coalesce(k.current->>'billDate', b.bill_date::text) as "billDate",
  (select preferences->>'closingDate' from connections where id = b.connection_id) as "closingDate"`;

/** Those of these records that are linked bills with an order to remove them. */
export async function getBillsToRemove(tx: Tx, ids: string[]): Promise<Map<string, BillToRemove>> {
  const { rows } = await tx.execute<BillToRemove & Record<string, unknown>>(sql`
    select b.id, b.removal, k.txn_id as "txnId", jsonb_array_length(k.payments) > 0 as "isPaidOn", ${PERIOD}
    from bills b join bill_links k on k.bill_id = b.id
    where b.id = any(${sql.param(ids)}::uuid[]) and b.removal is not null and k.deleted_at is null`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** In words, why QuickBooks does not let go of a bill that is dated in a closed period; undefined when it does. */
export const closedPeriod = ({ billDate, closingDate }: Period): string | undefined =>
  billDate && closingDate && billDate <= closingDate
    ? `The books are closed up to ${closingDate}, and the bill is dated ${billDate} in QuickBooks. Reopen the period there, or keep the bill.`
    : undefined;

/** The same of one linked bill that nobody has ordered to remove yet. */
export async function findClosedPeriod(tx: Tx, billId: string): Promise<string | undefined> {
  const { rows } = await tx.execute<Period & Record<string, unknown>>(
    sql`select ${PERIOD} from bills b join bill_links k on k.bill_id = b.id where b.id = ${billId}`,
  );
  return rows[0] && closedPeriod(rows[0]);
}
