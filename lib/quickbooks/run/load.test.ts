import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { bigVendors } from "@/e2e/quickbooks/seed/demo-company";
import { queueManyBills } from "@/lib/testing/many-bills";
import { type Office, openOffice } from "@/lib/testing/office";

const offices: Office[] = [];
afterAll(() => Promise.all(offices.map((office) => office.close())));

async function open(company?: CompanyFile): Promise<Office> {
  const office = await openOffice({ company });
  offices.push(office);
  return office;
}

test("1,000 approved bills reach QuickBooks in at most 15 messages that write", async () => {
  const office = await open();
  await office.run();
  await queueManyBills(office, 1000);
  const report = await office.run();
  expect(report).toMatchObject({ ok: true, error: undefined });
  expect(report.writeMessages).toBeLessThanOrEqual(15);
  expect(office.company.txns()).toHaveLength(1000);
  const left = await office.database.db.execute<{ count: string }>(
    sql`select count(*) from jobs where state <> 'done'`,
  );
  expect(left.rows[0]?.count).toBe("0");
  expect(
    report.progress.every(
      (percent, index) =>
        Number.isInteger(percent) && (percent < 100 || index === report.progress.length - 1),
    ),
  ).toBe(true);
});

const vendorQueries = (requests: readonly string[]) =>
  requests.flatMap((request) => {
    const [, attributes, size] = /<VendorQueryRq ([^>]*)><MaxReturned>(\d+)</.exec(request) ?? [];
    return attributes === undefined ? [] : [{ starts: attributes.includes('"Start"'), size: Number(size) }];
  });

test("20,000 vendors come in by whole batches, in pages whose size the first one taught", async () => {
  const office = await open(new CompanyFile(bigVendors(20_000)));
  let statements = 0;
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    statements += 1;
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    const report = await office.run();
    expect(report).toMatchObject({ ok: true, error: undefined });
    const [first, second, ...rest] = vendorQueries(report.requests);
    expect([first, second?.starts]).toEqual([{ starts: true, size: 500 }, true]);
    expect(second?.size).toBeGreaterThan(1000);
    // One size for all pages of an iterator.
    expect(rest).toEqual(rest.map(() => ({ starts: false, size: second?.size })));
    expect(rest.length).toBeLessThan(20);
    // A page costs the same few statements whatever it holds.
    expect(statements / report.sendRequestCalls).toBeLessThan(40);
  } finally {
    pg.Client.prototype.query = query;
  }
  const stored = await office.database.db.execute<{ count: string }>(sql`select count(*) from vendors`);
  expect(stored.rows[0]?.count).toBe("20000");
  const step = await office.database.db.execute<Record<string, unknown>>(sql`
    select received::int, started_at <= ended_at as ended,
           (select min(response_bytes) > 0 from messages where state = 'answered') as weighed
    from run_steps where kind = 'pull.vendor'`);
  // The first page came twice and counts once.
  expect(step.rows).toEqual([{ received: 20_000, ended: true, weighed: true }]);
  // They all bear one time: read again until no change of the clock can matter, then no more.
  await office.database.db.execute(sql`update pull_cursors set reached_at = now() - interval '9 hours'`);
  await office.run();
  const again = await office.run();
  expect(vendorQueries(again.requests)).toHaveLength(1);
});
