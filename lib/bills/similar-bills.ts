import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
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
  // A number is stripped once a bill, and both likenesses are joined by equality: a file may bring hundreds of
  // bills of a vendor that has thousands.
  const { rows } = await db.execute<{ place: number; similar: SimilarBill[] }>(sql`
    with given as (select g.*, ${bare("g.number")} as bare
        from json_to_recordset(${JSON.stringify(given)}::json) as g(place int, "billId" uuid, "connectionId" uuid,
          "vendorId" uuid, number text, "billDate" date, amount numeric)),
      others as materialized (select d.*, ${bare("d.invoice_number")} as bare from bills d
        where d.org_id = ${orgId} and d.state not in ('rejected', 'voided', 'deleted')
          and (d.connection_id, d.vendor_id) in (select "connectionId", "vendorId" from given)),
      pairs as (
        select g.place, d.id, true as by_number from given g join others d
          on d.connection_id = g."connectionId" and d.vendor_id = g."vendorId" and d.bare = g.bare and d.bare <> ''
        union all select g.place, d.id, false from given g join others d
          on d.connection_id = g."connectionId" and d.vendor_id = g."vendorId" and d.amount = g.amount and d.amount <> 0
          and abs(d.bill_date - g."billDate") <= ${NEAR_DAYS} and (d.bare <> g.bare or d.bare = '')),
      ranked as (
        select p.place, p.by_number, d.*,
          row_number() over (partition by p.place order by p.by_number desc, d.created_at desc) as rank
        from pairs p join given g on g.place = p.place join others d on d.id = p.id
        where d.id is distinct from g."billId"
          and (d.invoice_number = '' or lower(d.invoice_number) <> lower(g.number)))
    select d.place, json_agg(json_build_object('id', d.id, 'vendor', v.full_name, 'invoiceNumber', d.invoice_number,
        'billDate', d.bill_date, 'amount', d.amount::text, 'state', d.state,
        'currency', ${foreignCurrency()},
        'likeness', case when d.by_number then 'number' else 'amount' end) order by d.rank) as similar
    from ranked d join connections n on n.id = d.connection_id join vendors v on v.id = d.vendor_id
    where d.rank <= ${MOST_SIMILAR} group by d.place`);
  const found = new Map(rows.map(({ place, similar }) => [place, similar]));
  return bills.map((_, place) => found.get(place) ?? []);
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
