import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { idOf } from "@/e2e/quickbooks/company/references";
import type { ListKind } from "@/e2e/quickbooks/company/state";
import { createCustomer } from "@/lib/ledger/create-customer";
import { createItem } from "@/lib/ledger/create-item";
import { createVendor } from "@/lib/ledger/create-vendor";
import { sendEntry } from "@/lib/ledger/send-entry";
import { approvedBill, billFor, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { pay, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();
const place = () => ({ connectionId: office.connectionId });

async function linkedBill(invoiceNumber: string): Promise<string> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  return billId;
}

async function jobOf(subjectId: string) {
  const { rows } = await office.database.db.execute<{
    state: string;
    attempts: number;
    reason: string | null;
  }>(sql`
    select state, attempts, blocked_reason as reason from jobs where subject_id = ${subjectId} order by seq desc limit 1`);
  return rows[0];
}

describe("a payment that QuickBooks would refuse waits without an attempt, and goes once that is put right", () => {
  const account = (name: string) => async (_billId: string, isActive: boolean) => {
    office.company.makeInactive("Account", name, isActive);
  };

  test.each([
    [
      "a closed period",
      async (_billId: string, isOpen: boolean) =>
        office.company.setClosingDate(isOpen ? undefined : "2026-11-30"),
      "The books are closed up to 2026-11-30, and the payment is dated 2026-11-20.",
    ],
    [
      "an inactive vendor",
      async (billId: string, isActive: boolean) => {
        const { txnId } = await recordOf(office, billId);
        const vendor = idOf(office.company.txn(txnId ?? "").fields.VendorRef) ?? "";
        office.company.makeInactive("Vendor", vendor, isActive);
      },
      "is inactive in QuickBooks. Make it active there",
    ],
    [
      "an inactive bank account",
      account("Harbor Community Checking"),
      "Account Harbor Community Checking is inactive",
    ],
    ["an inactive A/P account", account("Accounts Payable"), "A/P account Accounts Payable is inactive"],
    [
      "an inactive discount account",
      account("Office Supplies"),
      "Discount account Office Supplies is inactive",
    ],
  ] as const)("%s", async (what, setRight, reason) => {
    const billId = await linkedBill(`HELD ${what}`.slice(0, 20));
    const discountAccountId = await ledgerId(office, "accounts", "Office Supplies");
    const paymentId = await pay(office, [
      { billId, amount: "147.00", discountAmount: "3.00", discountAccountId },
    ]);
    await setRight(billId, false);
    expect((await office.run()).writeMessages).toBe(0);
    const held = await paymentRecord(office, paymentId);
    expect(held).toMatchObject({ state: "waiting", job: "blocked", attempts: 0 });
    expect(held.reason).toContain(reason);
    expect(await openErrors(office)).toEqual([]);
    await setRight(billId, true);
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded", attempts: 0 });
  });
});

test("a payment's number goes in the letters that QuickBooks stores", async () => {
  const billId = await linkedBill("NUMBER-1");
  const paymentId = await pay(office, [{ billId, amount: "150.00" }], { refNumber: "A–7’" });
  await office.run();
  const { txnId } = await paymentRecord(office, paymentId);
  expect(office.company.txn(txnId ?? "", "BillPaymentCheck").fields.RefNumber).toBe("A-7'");
  const tooLong = pay(office, [{ billId, amount: "1.00" }], { refNumber: "123456789…" });
  await expect(tooLong).rejects.toMatchObject({ code: "invalid" });
});

describe("a new entry that names what was made inactive waits without an attempt", () => {
  async function isHeldUntil(
    [list, entryId]: ["vendor" | "item" | "customer", string],
    [kind, name]: [ListKind, string],
    reason: string,
  ): Promise<void> {
    await sendEntry(office.accountant, { list, entryId });
    office.company.makeInactive(kind, name);
    expect((await office.run()).writeMessages).toBe(0);
    expect(await jobOf(entryId)).toMatchObject({ state: "blocked", attempts: 0 });
    expect((await jobOf(entryId))?.reason).toBe(reason);
    office.company.makeInactive(kind, name, true);
    await office.run();
    expect(await jobOf(entryId)).toMatchObject({ state: "done", attempts: 0 });
  }

  test("an item: its account", async () => {
    const accountId = await ledgerId(office, "accounts", "Office Supplies");
    const { itemId } = await createItem(office.clerk, {
      ...{ ...place(), itemType: "Service", name: "Sweeping", accountId },
    });
    await isHeldUntil(
      ["item", itemId],
      ["Account", "Office Supplies"],
      "Account Office Supplies is inactive in QuickBooks. Make it active there, or enter the item anew with another.",
    );
  });

  test("a job: its customer", async () => {
    const parentId = await ledgerId(office, "customers");
    const { rows } = await office.database.db.execute<{ name: string }>(
      sql`select full_name as name from customers where id = ${parentId}`,
    );
    const name = rows[0]?.name ?? "";
    const { customerId } = await createCustomer(office.clerk, { ...place(), parentId, name: "Attic" });
    await isHeldUntil(
      ["customer", customerId],
      ["Customer", name],
      `Customer:job ${name} is inactive in QuickBooks. Make it active there, or enter the job anew under another.`,
    );
  });

  test("a vendor: its terms", async () => {
    const { vendorId } = await createVendor(office.clerk, {
      ...{ ...place(), name: "Net Thirty Ltd", termsId: await ledgerId(office, "terms", "Net 30") },
    });
    await isHeldUntil(
      ["vendor", vendorId],
      ["Terms", "Net 30"],
      "Terms Net 30 is inactive in QuickBooks. Make it active there, or choose other terms for the vendor.",
    );
  });
});

test("what a new entry names was merged into another: it goes with the survivor", async () => {
  const { company } = office;
  const old = company.addCustomer("Old Customer");
  company.addCustomer("New Customer");
  await office.run();
  const [parentId, accountId] = [
    await ledgerId(office, "customers", "Old Customer"),
    await ledgerId(office, "accounts", "Office Supplies"),
  ];
  const input = await billFor(office);
  const lines = input.lines.map((line) =>
    line.kind === "expense" ? { ...line, accountId, customerId: parentId } : line,
  );
  await approvedBill(office, { invoiceNumber: "NAMES-BOTH", lines });
  await office.run();
  const { customerId } = await createCustomer(office.clerk, { ...place(), parentId, name: "Garage" });
  const { itemId } = await createItem(office.clerk, {
    ...{ ...place(), itemType: "Service", name: "Filing", accountId },
  });
  const other = Object.values(company.state.lists.Account).find(
    ({ name, fields }) => fields.AccountType === "Expense" && name !== "Office Supplies",
  );
  company.merge("Account", "Office Supplies", other?.listId ?? "");
  company.merge("Customer", old.listId, "New Customer");
  await office.run();

  await sendEntry(office.accountant, { list: "customer", entryId: customerId });
  await sendEntry(office.accountant, { list: "item", entryId: itemId });
  await office.run();
  expect(await jobOf(customerId)).toMatchObject({ state: "done", attempts: 0 });
  expect(await jobOf(itemId)).toMatchObject({ state: "done", attempts: 0 });
  expect(company.entry("Customer", "New Customer:Garage").isActive).toBe(true);
  expect(company.entry("Item", "Filing").fields).toMatchObject({
    SalesOrPurchase: { AccountRef: { ListID: other?.listId } },
  });
});
