import { sql } from "drizzle-orm";
import { ledgerId } from "./bill-story";
import type { Office } from "./office";

/**
 * Puts many approved bills, each with one line, into the queue: written straight into the tables, since
 * approving thousands one by one would take minutes and is not what is measured with them.
 */
export async function queueManyBills(office: Office, count: number): Promise<void> {
  const vendorId = await ledgerId(office, "vendors");
  const accountId = await ledgerId(office, "accounts");
  await office.database.db.execute(sql`
    with bill as (
      insert into bills (org_id, connection_id, state, vendor_id, invoice_number, bill_date, amount, entered_by, approved_at)
      select ${office.orgId}, ${office.connectionId}, 'approved', ${vendorId}, 'M-' || lpad(n::text, 7, '0'), '2026-11-02',
             100 + n % 900, ${office.clerk.userId}, now()
      from generate_series(1, ${count}::int) n returning id, amount
    ), line as (
      insert into bill_lines (bill_id, position, kind, account_id, description, amount)
      select id, 0, 'expense', ${accountId}, 'Delivered', amount from bill
    )
    insert into jobs (org_id, connection_id, kind, subject_id, rank)
    select ${office.orgId}, ${office.connectionId}, 'bill', id, 50 from bill`);
}
