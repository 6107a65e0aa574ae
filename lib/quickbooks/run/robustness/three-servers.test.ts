import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { bigVendors } from "@/e2e/quickbooks/seed/demo-company";
import { createVendor } from "@/lib/ledger/create-vendor";
import { approvedBill, askAnnThenBob, recordOf } from "@/lib/testing/bill-story";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import { expectNothingCharged, runUntilQuiet } from "@/lib/testing/until-quiet";

let office: FragileOffice;

beforeAll(async () => {
  // Several pages of vendors, so that an iterator goes from one server to the next.
  const company = new CompanyFile(bigVendors(1800));
  office = await openFragileOffice({ servers: 3, asProcesses: true, company, silentAfterSeconds: 300 });
  await askAnnThenBob(office);
});
afterAll(() => office.close());

const stored = async (table: "vendors" | "accounts" | "customers") => {
  const found = await office.database.db.execute<{ count: string }>(
    sql`select count(*) from ${sql.raw(table)} where list_id is not null`,
  );
  return Number(found.rows[0]?.count);
};

test("three server processes share the calls of one run, whose pages and pushes all arrive once", async () => {
  const first = await office.run();
  expect(first).toMatchObject({ ok: true, error: undefined });
  const pages = first.requests.filter((request) => request.includes("<VendorQueryRq"));
  expect(pages.length).toBeGreaterThan(2);
  expect(await stored("vendors")).toBe(1800);
  const { Account, Customer } = office.company.state.lists;
  expect(await stored("accounts")).toBe(Object.keys(Account).length);
  expect(await stored("customers")).toBe(Object.keys(Customer).length);

  const { vendorId } = await createVendor(office.clerk, {
    connectionId: office.connectionId,
    name: "Three Servers Supply",
  });
  const ids = [await approvedBill(office, { vendorId, invoiceNumber: "RR-0" })];
  for (const number of [1, 2, 3]) ids.push(await approvedBill(office, { invoiceNumber: `RR-${number}` }));
  office.answeredBy.length = 0;
  const second = await office.run();
  expect(second).toMatchObject({ ok: true, writeMessages: 2 });
  // Every call went to the next server, and no server had two of one run in a row.
  expect(new Set(office.answeredBy)).toEqual(new Set([0, 1, 2]));
  expect(
    office.answeredBy.every((server, index) => index === 0 || server !== office.answeredBy[index - 1]),
  ).toBe(true);

  await runUntilQuiet(office);
  for (const [number, id] of ids.entries()) {
    const bills = office.company.txns().filter((txn) => txn.fields.RefNumber === `RR-${number}`);
    expect(bills).toHaveLength(1);
    expect(await recordOf(office, id)).toMatchObject({ job: "done", txnId: bills[0]?.txnId });
  }
  await expectNothingCharged(office);
  expect(office.servers.flatMap((server) => server.faults())).toEqual([]);
});
