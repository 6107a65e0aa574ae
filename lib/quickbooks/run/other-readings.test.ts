import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { fullName } from "@/e2e/quickbooks/company/references";
import { createCustomer } from "@/lib/ledger/create-customer";
import { createVendor } from "@/lib/ledger/create-vendor";
import { withdrawPayment } from "@/lib/payments/withdraw-payment";
import { compareEverything } from "@/lib/quickbooks/connections/change-sync-settings";
import { approvedBill, billFor, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { creditOf, openOf, pay, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

/** How QuickBooks behaves where sources disagree, each reading with what must come out of it all the same. */
const office = useOffice();
const place = () => ({ connectionId: office.connectionId });

async function linkedBill(invoiceNumber: string): Promise<{ billId: string; txnId: string }> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  if (!txnId) throw new Error("the bill was not linked");
  return { billId, txnId };
}

const switchedTo = (change: Partial<typeof office.company.switches>) => {
  Object.assign(office.company.switches, change);
};

describe("QuickBooks does not say what is open of a bill", () => {
  test("a part that is paid, the rest, and a payment taken back: each moves the bill", async () => {
    switchedTo({ openAmountShown: false });
    const { billId, txnId } = await linkedBill("SILENT-1");
    await pay(office, [{ billId, amount: "50.00" }]);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
    expect(await openOf(office, billId)).toBeNull();
    await expect(pay(office, [{ billId, amount: "100.01" }])).rejects.toMatchObject({ code: "invalid" });
    const rest = await pay(office, [{ billId, amount: "100.00" }]);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid", txnId });
    office.company.deletePayment((await paymentRecord(office, rest)).txnId ?? "");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved" });
  });

  test("a payment of credits alone whose answer was lost is found on the bill, and not made twice", async () => {
    const { billId } = await linkedBill("SILENT-2");
    const vendor = office.company.entry("Vendor", await vendorListId(billId)).name;
    const credit = office.company.enterCredit({
      ...{ vendor, refNumber: "VC-SILENT" },
      lines: [{ account: "Office Supplies", amount: "200.00" }],
    });
    await office.run();
    const { id: creditId } = await creditOf(office, credit.txnId);
    const paymentId = await pay(office, [{ billId, credits: [{ creditId, amount: "60.00" }] }], {
      refNumber: "",
    });
    await office.run({
      hooks: {
        afterCall(step, { xml }) {
          if (step === "ProcessRequest" && xml?.includes("<BillPaymentCheckAddRq"))
            throw new Error("power cut");
        },
      },
    });
    // QuickBooks has forgotten the answer as well: only the bill tells.
    office.company.state.messageSets = {};
    await office.database.db.execute(sql`update runs set last_call_at = now() - interval '1 hour'`);
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded", attempts: 0 });
    expect(office.company.state.settlements.filter((one) => one.byTxnId === credit.txnId)).toHaveLength(1);
    expect(await creditOf(office, credit.txnId)).toMatchObject({ open: "140.00" });
    switchedTo({ openAmountShown: true });
  });
});

async function vendorListId(billId: string): Promise<string> {
  const { rows } = await office.database.db.execute<{ id: string }>(
    sql`select v.list_id as id from bills b join vendors v on v.id = b.vendor_id where b.id = ${billId}`,
  );
  return rows[0]?.id ?? "";
}

test("jobs and subitems come before what they stand under, on other pages even: all are known by their path", async () => {
  switchedTo({ childrenFirst: true });
  await compareEverything(office.accountant, place());
  await office.database.db.execute(sql`update pull_cursors set page_size = 3`);
  await office.run();
  const pathsThere = (list: "Customer" | "Item" | "Account" | "Class") =>
    Object.values(office.company.state.lists[list])
      .map((entry) => fullName(office.company.state, entry))
      .sort();
  for (const [list, table] of [
    ["Customer", "customers"],
    ["Item", "items"],
    ["Account", "accounts"],
    ["Class", "classes"],
  ] as const) {
    const { rows } = await office.database.db.execute<{ path: string }>(
      sql`select full_name as path from ${sql.raw(table)} where deleted_at is null`,
    );
    expect(rows.map(({ path }) => path).sort()).toEqual(pathsThere(list));
  }
  expect(pathsThere("Customer").some((path) => path.includes(":"))).toBe(true);

  // A job of a job that QuickBooks lists first is a parent like any other.
  const parentId = await ledgerId(
    office,
    "customers",
    pathsThere("Customer").find((path) => path.includes(":")),
  );
  const { customerId, name } = await createCustomer(office.clerk, { ...place(), parentId, name: "Attic" });
  const { lines } = await billFor(office);
  const billId = await approvedBill(office, {
    invoiceNumber: "CHILDREN-1",
    lines: lines.map((line) => ({ ...line, customerId })),
  });
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(pathsThere("Customer")).toContain(name);
  switchedTo({ childrenFirst: false });
});

test.each(["Info", "Error"] as const)(
  "more is paid than is open, and QuickBooks calls that %s: it is refused in words, and nothing is paid",
  async (overpaymentSeverity) => {
    switchedTo({ overpaymentSeverity });
    const { billId, txnId } = await linkedBill(`TOO-MUCH-${overpaymentSeverity}`);
    const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
    office.company.payBill(txnId, "100.00");
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({
      ...{ state: "waiting", txnId: null, attempts: 1 },
    });
    const words = (await openErrors(office)).map(({ code, message }) => `${code} ${message}`).join(" ");
    expect(words).toContain("3210");
    expect(words).toContain(
      `Bill TOO-MUCH-${overpaymentSeverity} has only 50.00 open in QuickBooks; 150.00 was to be paid.`,
    );
    expect(office.company.open(txnId)).toBe("50.00");
    expect(await openOf(office, billId)).toBe("50.00");
    await office.run();
    expect(await paymentRecord(office, paymentId)).toMatchObject({ job: "blocked", attempts: 1 });
    await withdrawPayment(office.accountant, { paymentId });
  },
);

test("no permission for personal data: vendors, bills and payments go all the same, for none is sent", async () => {
  switchedTo({ permission: "noPersonalData" });
  const { vendorId } = await createVendor(office.clerk, {
    ...{ ...place(), name: "Private Person", accountNumber: "4711", phone: "555-0100" },
    address: { street: "1 Quiet Lane", city: "Anacortes", state: "WA", postalCode: "98221", country: "" },
  });
  const billId = await approvedBill(office, { invoiceNumber: "PRIVATE-1", vendorId });
  const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
  expect(await office.run()).toMatchObject({ ok: true });
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid", job: "done", attempts: 0 });
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "recorded", attempts: 0 });
  expect(await openErrors(office)).toEqual([]);
  switchedTo({ permission: "all" });
});
