import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";

/** A bill of the file, as far as it can be told from another. Amount as a decimal string, day YYYY-MM-DD. */
interface Repeatable {
  row: number;
  /** Undefined while its vendor is not known. */
  vendorId: string | undefined;
  invoiceNumber: string;
  billDate: string | null;
  amount: string;
}

/** What a bill without a number has vendor, date and amount in common with. */
export interface Repeat {
  /** How many bills that are entered. */
  entered: number;
  /** The first row of another bill of the file; null where there is none. */
  row: number | null;
}

const keyOf = ({ vendorId, billDate, amount }: Repeatable): string => `${vendorId}\n${billDate}\n${amount}`;

/**
 * What each bill of a file repeats, in the order of the bills: null for one with a number, by which it is
 * known, and for one that nothing is like. Of several that are like one another the first repeats none.
 */
export async function findRepeats(
  db: Db | Tx,
  connectionId: string,
  bills: readonly Repeatable[],
): Promise<(Repeat | null)[]> {
  const isAsked = ({ vendorId, invoiceNumber }: Repeatable) => vendorId !== undefined && invoiceNumber === "";
  const asked = bills.filter(isAsked).map((bill) => {
    const { vendorId, billDate, amount } = bill;
    return { key: keyOf(bill), vendorId, billDate, amount };
  });
  const { rows } = await db.execute<{ key: string; entered: number }>(sql`
    select x.key, count(distinct b.id)::int as entered
    from json_to_recordset(${JSON.stringify(asked)}::json)
      as x(key text, "vendorId" uuid, "billDate" date, amount numeric)
    join bills b on b.connection_id = ${connectionId} and b.vendor_id = x."vendorId" and b.amount = x.amount
      and b.bill_date is not distinct from x."billDate" and b.state not in ('rejected', 'voided', 'deleted')
    group by x.key`);
  const entered = new Map(rows.map((row) => [row.key, row.entered]));
  const numbered = bills.filter(({ invoiceNumber }) => invoiceNumber !== "");
  const rowOf = new Map(numbered.map((bill) => [keyOf(bill), bill.row]));
  return bills.map((bill) => {
    if (!isAsked(bill)) return null;
    const key = keyOf(bill);
    const repeat = { entered: entered.get(key) ?? 0, row: rowOf.get(key) ?? null };
    if (repeat.row === null) rowOf.set(key, bill.row);
    return repeat.entered > 0 || repeat.row !== null ? repeat : null;
  });
}
