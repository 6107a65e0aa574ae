import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connections } from "@/db/schema";
import { settleMissingBills } from "@/lib/bills/add-again";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { approvedBill, billFor, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

const byNumber = (number: string) => office.company.txns().filter((txn) => txn.fields.RefNumber === number);

const shown = (billId: string) => readBill(office.accountant, { billId });

/** A bill of ours that QuickBooks has. */
async function linkedBill(invoiceNumber: string): Promise<string> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  return billId;
}

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

test("restored from a backup: what it lost is said, compared anew, and added again on one order", async () => {
  const before = await linkedBill("BACKUP-1");
  const backup = office.company.snapshot();
  const lost = await linkedBill("BACKUP-2");
  const gone = office.company.addVendor("Short-lived Supplies");
  await office.run();
  office.company.restoreBackup(backup);
  await office.run();
  expect(await recordOf(office, lost)).toMatchObject({ state: "deleted" });
  expect(await recordOf(office, before)).toMatchObject({ state: "approved" });
  expect((await openErrors(office)).map(({ code }) => code)).toEqual(["restored-backup"]);

  // The lists are compared in the run after: an entry of which nobody remembers the deletion is gone.
  await office.run();
  const vendor = await office.database.db.execute<{ gone: boolean }>(
    sql`select deleted_at is not null as gone from vendors where list_id = ${gone.listId}`,
  );
  expect(vendor.rows).toEqual([{ gone: true }]);

  const { added } = await settleMissingBills(office.accountant, {
    ...{ connectionId: office.connectionId, choice: "add" as const },
  });
  expect(added).toBe(1);
  await office.run();
  expect(await recordOf(office, lost)).toMatchObject({ state: "approved", job: "done" });
  expect(byNumber("BACKUP-2")).toHaveLength(1);
  expect(await openErrors(office)).toEqual([]);
});

test("not synced for longer than QuickBooks remembers deletions: the lists are compared whole", async () => {
  const entry = office.company.addVendor("Forgotten & Sons");
  await office.run();
  office.company.deleteRecord("Vendor", entry.listId);
  office.company.state.deletedLists.splice(0);
  await office.run();
  const isGone = async () =>
    (
      await office.database.db.execute<{ gone: boolean }>(
        sql`select deleted_at is not null as gone from vendors where list_id = ${entry.listId}`,
      )
    ).rows[0]?.gone;
  expect(await isGone()).toBe(false);
  await office.database.db.execute(
    sql`update pull_cursors set completed_at = now() - interval '91 days' where connection_id = ${office.connectionId}`,
  );
  await office.run();
  expect(await isGone()).toBe(true);
  const left = await office.database.db.execute(sql`select 1 from pull_seen`);
  expect(left.rows).toEqual([]);
});

test("bills entered in QuickBooks are taken over from the day that is set, once, and marked as such", async () => {
  const accountName = Object.values(office.company.state.lists.Account).find(
    (account) => account.fields.AccountType === "Expense" && account.isActive && !account.parentId,
  )?.name;
  const line = { account: accountName ?? "", amount: "75.00" };
  const vendor = Object.values(office.company.state.lists.Vendor).find((entry) => entry.isActive)?.name ?? "";
  const type = (refNumber: string, txnDate: string) =>
    office.company.enterBill({ vendor, refNumber, txnDate, lines: [line] });
  type("OLD-1", "2026-01-31");
  const open = type("TYPED-1", "2026-10-01");
  const paid = type("TYPED-2", "2026-10-02");
  office.company.payBill(paid.txnId);
  await office.database.db.update(connections).set({ importBillsSince: "2026-09-01" });
  await office.database.db.execute(sql`delete from pull_cursors where kind = 'pull.bills'`);
  await office.run();
  await office.run();
  const taken = await office.database.db.execute<{ id: string; number: string; state: string }>(sql`
    select id, invoice_number as number, state from bills where entered_by is null order by invoice_number`);
  expect(taken.rows.map(({ number, state }) => [number, state])).toEqual([
    ["TYPED-1", "approved"],
    ["TYPED-2", "paid"],
  ]);
  const view = await shown(taken.rows[0]?.id ?? "");
  expect(view).toMatchObject({ enteredBy: "QuickBooks", link: { txnId: open.txnId, differs: false } });
  expect(view.content.lines.map(({ account, amount }) => [account?.name, amount])).toEqual([
    [accountName, "75.00"],
  ]);
  office.company.payBill(open.txnId);
  await office.run();
  expect((await shown(taken.rows[0]?.id ?? "")).state).toBe("paid");
});
