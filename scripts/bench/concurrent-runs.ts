import { sql } from "drizzle-orm";
import { connections } from "@/db/schema";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import type { RunReport } from "@/e2e/quickbooks/connector/run-report";
import { runOnce } from "@/e2e/quickbooks/connector/web-connector";
import { demoCompany } from "@/e2e/quickbooks/seed/demo-company";
import { createConnection } from "@/lib/quickbooks/connections/create-connection";
import { qwcFile } from "@/lib/quickbooks/connections/qwc-file";
import { type Office, openOffice } from "@/lib/testing/office";
import { startBenchServer } from "./bench-server";
import { rounded, timed } from "./figures";

const BILLS_EACH = 3;

interface Computer {
  qwc: string;
  password: string;
  company: CompanyFile;
}

async function computers(office: Office, count: number, port: number): Promise<Computer[]> {
  const passwords = new Map<string, string>();
  for (let number = 1; number <= count; number += 1) {
    const made = await createConnection(office.admin, { name: `Company ${number}` });
    passwords.set(made.connectionId, made.password);
  }
  const rows = await office.database.db.select().from(connections);
  return rows.flatMap((row) => {
    const password = passwords.get(row.id);
    if (password === undefined) return [];
    const qwc = qwcFile(row, `http://localhost:${port}`);
    return [{ qwc, password, company: new CompanyFile(demoCompany()) }];
  });
}

/** A few approved bills for each company file whose lists have come in. */
async function queueBills(office: Office): Promise<void> {
  await office.database.db.execute(sql`
    with bill as (
      insert into bills (org_id, connection_id, state, vendor_id, invoice_number, bill_date, amount, entered_by, approved_at)
      select ${office.orgId}, c.id, 'approved', v.id, 'C-' || n, '2026-11-02', 100 + n, ${office.clerk.userId}, now()
      from connections c
      join lateral (select id from vendors where connection_id = c.id order by full_name limit 1) v on true
      cross join generate_series(1, ${BILLS_EACH}::int) n
      returning id, connection_id, amount
    ), line as (
      insert into bill_lines (bill_id, position, kind, account_id, description, amount)
      select bill.id, 0, 'expense', a.id, 'Delivered', bill.amount from bill
      join lateral (select id from accounts where connection_id = bill.connection_id and account_type = 'Expense'
                    order by full_name limit 1) a on true
    )
    insert into jobs (org_id, connection_id, kind, subject_id, rank)
    select ${office.orgId}, connection_id, 'bill', id, 50 from bill`);
}

const run = ({ qwc, password, company }: Computer): Promise<RunReport> => runOnce({ qwc, password, company });

/** So many company files that all run at once: first their lists, then, measured, a few bills each. */
export async function measureConcurrentRuns(count: number): Promise<Record<string, number>> {
  const office = await openOffice();
  const server = await startBenchServer(office.database.url);
  try {
    const all = await computers(office, count, server.port);
    const first = await Promise.all(all.map(run));
    await queueBills(office);
    const { ms, result: second } = await timed(() => Promise.all(all.map(run)));
    const failed = [...first, ...second].filter((report) => !report.ok).length;
    const short = all.filter(({ company }) => company.txns().length !== BILLS_EACH).length;
    const calls = second.reduce((sum, report) => sum + report.calls.length, 0);
    return {
      [`concurrent_runs_${count}_failed`]: failed + short,
      [`concurrent_runs_${count}_calls_per_s`]: rounded((calls * 1000) / ms),
      [`concurrent_runs_${count}_s`]: rounded(ms / 1000),
    };
  } finally {
    await server.stop();
    await office.close();
  }
}
