import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import {
  approvedBill,
  askAnnThenBob,
  billFor,
  ledgerId,
  openErrors,
  recordOf,
} from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await askAnnThenBob(office);
  expect(await office.run()).toMatchObject({ ok: true });
});
afterAll(() => office.close());

test("QuickBooks upgraded: the run goes on, and the history says so", async () => {
  office.company.upgrade();
  const billId = await approvedBill(office, { invoiceNumber: "UPGRADE-1" });
  expect(await office.run()).toMatchObject({ ok: true });
  expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
  const told = await office.database.db.execute(
    sql`select 1 from audit_events where name = 'connection.upgraded'`,
  );
  expect(told.rows).toHaveLength(1);
});

test("several currencies: the bill goes at its own rate, on the account kept in that currency", async () => {
  office.company.turnOnCurrencies("US Dollar", [["Euro", "EUR", "1.08"]]);
  const currency = office.company.entry("Currency", "Euro");
  office.company.addVendor("Fidalgo Azulejos", { CurrencyRef: { ListID: currency.listId } });
  await office.run();
  const billId = await approvedBill(office, {
    invoiceNumber: "EURO-1",
    vendorId: await ledgerId(office, "vendors", "Fidalgo Azulejos"),
    apAccountId: await ledgerId(office, "accounts", "Accounts Payable - EUR"),
    exchangeRate: "1.1",
  });
  await office.run();
  const { txnId, job } = await recordOf(office, billId);
  expect([job, await openErrors(office)]).toEqual(["done", []]);
  expect(office.company.txn(txnId ?? "").fields.ExchangeRate).toBe("1.1");
  const view = await readBill(office.accountant, { billId });
  expect(view.content).toMatchObject({ currency: "Euro", exchangeRate: "1.1" });
  expect(view.link?.differs).toBe(false);
});

test("the period is closed while a bill waits: held back without an attempt until it is open again", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "CLOSED-1" });
  office.company.setClosingDate("2026-11-10", "secret");
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ job: "blocked", attempts: 0 });
  expect((await recordOf(office, billId)).reason).toContain("2026-11-10");
  office.company.setClosingDate(undefined);
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
});

test("a rate of nothing is not a rate", async () => {
  const bill = saveBill(office.clerk, await billFor(office, { exchangeRate: "0" }));
  await expect(bill).rejects.toMatchObject({ code: "invalid" });
});
