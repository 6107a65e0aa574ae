import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type Actor, seesEveryBill } from "@/lib/access/actor";
import type { SimilarBill } from "./bill-checks";
import type { CheckResult } from "./check-result";
import { visibleTo } from "./visible-bills";

/** A number as a hurried reader takes it: letters and digits alone, without the noughts before. */
const bare = (column: string) =>
  sql.raw(`regexp_replace(regexp_replace(lower(${column}), '[^a-z0-9]', '', 'g'), '^0+', '')`);

/** Days by which two entries of one bill differ at most, where their dates were read differently. */
const NEAR_DAYS = 5;

interface SimilarTo {
  billId: string | null;
  connectionId: string;
  vendorId: string | null;
  invoiceNumber: string;
  billDate: string | null;
  amount: string;
}

/** So many are told of one bill. */
const MOST_SIMILAR = 3;

/**
 * Bills of the same vendor that may be one of these entered twice: the number but for its dashes, noughts or
 * capitals, or the same amount within a few days. The very same number is no likeness but a duplicate.
 * One query for all; gives those of each bill, in the order of the bills.
 */
export async function findSimilarBills(
  db: Db,
  orgId: string,
  bills: readonly SimilarTo[],
): Promise<SimilarBill[][]> {
  const given = bills.map(
    ({ billId, connectionId, vendorId, invoiceNumber: number, billDate, amount }, place) => ({
      ...{ place, billId, connectionId, vendorId, number, billDate, amount },
    }),
  );
  const { rows } = await db.execute<{ similar: SimilarBill[] }>(sql`
    select array_to_json(array(
      select json_build_object('id', d.id, 'vendor', v.full_name, 'invoiceNumber', d.invoice_number,
        'billDate', d.bill_date, 'amount', d.amount::text, 'state', d.state,
        'currency', nullif(v.currency, n.preferences->>'homeCurrency'),
        'likeness', case when like_number.it_is then 'number' else 'amount' end)
      from bills d join connections n on n.id = d.connection_id join vendors v on v.id = d.vendor_id
      cross join lateral (select ${bare("given.number")} <> ''
        and ${bare("d.invoice_number")} = ${bare("given.number")} as it_is) like_number
      where d.org_id = ${orgId} and d.connection_id = given."connectionId" and d.vendor_id = given."vendorId"
        and d.id is distinct from given."billId" and d.state not in ('rejected', 'voided', 'deleted')
        and (d.invoice_number = '' or lower(d.invoice_number) <> lower(given.number))
        and (like_number.it_is or (d.amount = given.amount and d.amount <> 0
          and abs(d.bill_date - given."billDate") <= ${NEAR_DAYS}))
      order by like_number.it_is desc, d.created_at desc limit ${MOST_SIMILAR})) as similar
    from json_to_recordset(${JSON.stringify(given)}::json) as given(place int, "billId" uuid, "connectionId" uuid,
      "vendorId" uuid, number text, "billDate" date, amount numeric)
    order by given.place`);
  return rows.map(({ similar }) => similar);
}

/** Everybody is told of another bill, and led to it only where they may see it. */
export async function withoutHidden(db: Db, actor: Actor, checks: CheckResult[]): Promise<CheckResult[]> {
  const ids = checks.flatMap(({ fixes }) => fixes.flatMap((fix) => (fix.kind === "open" ? fix.billId : [])));
  if (ids.length === 0 || seesEveryBill(actor)) return checks;
  const { rows } = await db.execute<{ id: string }>(
    sql`select b.id from bills b where b.id = any(${sql.param(ids)}::uuid[]) and ${visibleTo(actor)}`,
  );
  const seen = new Set(rows.map(({ id }) => id));
  return checks.map((check) => ({
    ...check,
    fixes: check.fixes.filter((fix) => fix.kind !== "open" || seen.has(fix.billId)),
  }));
}
