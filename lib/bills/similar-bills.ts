import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { CheckedBill } from "./bill-checks";

/** A number as a hurried reader takes it: letters and digits alone, without the noughts before. */
const bare = (column: string) =>
  sql.raw(`regexp_replace(regexp_replace(lower(${column}), '[^a-z0-9]', '', 'g'), '^0+', '')`);

/** Days by which two entries of one bill differ at most, where their dates were read differently. */
const NEAR_DAYS = 5;

interface SimilarTo {
  orgId: string;
  billId: string | null;
  connectionId: string;
  vendorId: string | null;
  invoiceNumber: string;
  billDate: string | null;
  amount: string;
}

/**
 * Bills of the same vendor that may be this one entered twice: the number but for its dashes, noughts or
 * capitals, or the same amount within a few days. The very same number is no likeness but a duplicate.
 */
export async function findSimilarBills(
  db: Db,
  bill: SimilarTo,
): Promise<NonNullable<CheckedBill["similar"]>> {
  if (!bill.vendorId) return [];
  const { rows } = await db.execute<{ similar: NonNullable<CheckedBill["similar"]>[number] }>(sql`
    select json_build_object('id', d.id, 'invoiceNumber', d.invoice_number, 'billDate', d.bill_date,
      'amount', d.amount::text) as similar
    from bills d, (select ${bill.invoiceNumber}::text as number) given
    where d.org_id = ${bill.orgId} and d.connection_id = ${bill.connectionId} and d.vendor_id = ${bill.vendorId}
      and d.id is distinct from ${bill.billId}::uuid and d.state not in ('rejected', 'voided', 'deleted')
      and (d.invoice_number = '' or lower(d.invoice_number) <> lower(given.number))
      and ((${bare("d.invoice_number")} = ${bare("given.number")} and ${bare("given.number")} <> '')
        or (d.amount = ${bill.amount}::numeric and d.amount <> 0
          and abs(d.bill_date - ${bill.billDate}::date) <= ${NEAR_DAYS}))
    order by d.created_at desc limit 3`);
  return rows.map(({ similar }) => similar);
}
