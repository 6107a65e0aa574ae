import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { fullName, idOf } from "@/e2e/quickbooks/company/references";
import type { ListKind } from "@/e2e/quickbooks/company/state";
import { changeVendor } from "@/lib/ledger/change-vendor";
import { createCustomer } from "@/lib/ledger/create-customer";
import { createItem } from "@/lib/ledger/create-item";
import { createVendor } from "@/lib/ledger/create-vendor";
import { approvedBill, billFor, ledgerId } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import { expectLinked, numbered, only, type PushScenario } from "./push-scenario";

const entriesNamed = (office: Office, list: ListKind, name: string) =>
  Object.values(office.company.state.lists[list]).filter(
    (one) => fullName(office.company.state, one) === name,
  );

/** The entry stands once in the company file, under the ListID that we know. */
async function expectEntry(
  office: Office,
  list: ListKind,
  entry: { table: "vendors" | "items" | "customers"; id: string; name: string },
) {
  const found = only(entriesNamed(office, list, entry.name), entry.name);
  const known = await office.database.db.execute<{ listId: string }>(
    sql`select list_id as "listId" from ${sql.identifier(entry.table)} where id = ${entry.id}`,
  );
  expect(known.rows).toEqual([{ listId: found.listId }]);
  const jobs = await office.database.db.execute(
    sql`select state, attempts from jobs where subject_id = ${entry.id} order by seq desc limit 1`,
  );
  expect(jobs.rows).toEqual([{ state: "done", attempts: 0 }]);
  return found;
}

/** A bill that names entries which QuickBooks does not have yet: they are pushed before it. */
async function billNaming(office: Office, key: string, line: object): Promise<string> {
  const { lines } = await billFor(office);
  return approvedBill(office, {
    invoiceNumber: key,
    lines: lines.map((one, index) => (index === 1 ? { ...one, ...line } : one)),
  });
}

export const vendorAdd: PushScenario = {
  name: "vendor.add",
  operation: "vendor.add",
  marker: "<VendorAddRq",
  async prepare(office, key) {
    const name = `Vendor ${key}`;
    const { vendorId } = await createVendor(office.clerk, { connectionId: office.connectionId, name });
    const billId = await approvedBill(office, { invoiceNumber: key, vendorId });
    return async () => {
      const vendor = await expectEntry(office, "Vendor", { table: "vendors", id: vendorId, name });
      const bill = only(numbered(office, key), key);
      expect(idOf(bill.fields.VendorRef)).toBe(vendor.listId);
      await expectLinked(office, billId, bill);
    };
  },
};

export const vendorMod: PushScenario = {
  name: "vendor.mod",
  operation: "vendor.mod",
  marker: "<VendorModRq",
  async prepare(office, key) {
    const name = `Changed ${key}`;
    office.company.addVendor(name);
    await office.run();
    const vendorId = await ledgerId(office, "vendors", name);
    await changeVendor(office.accountant, { vendorId, name, phone: "555-0142", nameOnCheck: `Check ${key}` });
    return async () => {
      const vendor = await expectEntry(office, "Vendor", { table: "vendors", id: vendorId, name });
      expect(vendor.fields).toMatchObject({ Phone: "555-0142", NameOnCheck: `Check ${key}` });
    };
  },
};

const itemAdd = (itemType: "Service" | "NonInventory" | "Inventory" | "OtherCharge"): PushScenario => ({
  name: `item.add ${itemType}`,
  operation: "item.add",
  marker: `<Item${itemType}AddRq`,
  async prepare(office, key) {
    const name = `Item ${key}`;
    const isInStock = itemType === "Inventory";
    const { itemId } = await createItem(office.clerk, {
      ...{ connectionId: office.connectionId, itemType, name, description: `Made for ${key}`, cost: "12.5" },
      accountId: await ledgerId(office, "accounts", "Job Materials"),
      ...(isInStock ? { incomeAccountId: await ledgerId(office, "accounts", "Construction Income") } : {}),
      ...(isInStock ? { assetAccountId: await ledgerId(office, "accounts", "Inventory Asset") } : {}),
    });
    const billId = await billNaming(office, key, { itemId });
    return async () => {
      const item = await expectEntry(office, "Item", { table: "items", id: itemId, name });
      const bill = only(numbered(office, key), key);
      expect(bill.itemLines.map((line) => idOf(line.fields.ItemRef))).toEqual([item.listId]);
      await expectLinked(office, billId, bill);
    };
  },
});

export const itemAdds: PushScenario[] = [
  itemAdd("Service"),
  itemAdd("NonInventory"),
  itemAdd("Inventory"),
  itemAdd("OtherCharge"),
];

export const customerAdd: PushScenario = {
  name: "customer.add",
  operation: "customer.add",
  marker: "<CustomerAddRq",
  async prepare(office, key) {
    const { connectionId } = office;
    const name = `Customer ${key}`;
    const { customerId } = await createCustomer(office.clerk, { connectionId, name });
    const job = await createCustomer(office.clerk, { connectionId, name: "Porch", parentId: customerId });
    const billId = await billNaming(office, key, { customerId: job.customerId });
    return async () => {
      const customer = await expectEntry(office, "Customer", { table: "customers", id: customerId, name });
      const porch = { table: "customers", id: job.customerId, name: `${name}:Porch` } as const;
      expect((await expectEntry(office, "Customer", porch)).parentId).toBe(customer.listId);
      await expectLinked(office, billId, only(numbered(office, key), key));
    };
  },
};
