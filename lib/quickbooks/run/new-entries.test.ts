import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { findByFullName, fullName } from "@/e2e/quickbooks/company/references";
import type { Switches } from "@/e2e/quickbooks/company/switches";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { changeVendor } from "@/lib/ledger/change-vendor";
import { createCustomer } from "@/lib/ledger/create-customer";
import { createItem } from "@/lib/ledger/create-item";
import { createVendor } from "@/lib/ledger/create-vendor";
import { renameCustomer } from "@/lib/ledger/rename-entry";
import { sendEntry } from "@/lib/ledger/send-entry";
import { approvedBill, billFor, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice({ silentAfterSeconds: 0 });

const place = () => ({ connectionId: office.connectionId });
const newVendor = async (name: string) => (await createVendor(office.clerk, { ...place(), name })).vendorId;
const newCustomer = async (name: string, parentId?: string) =>
  (await createCustomer(office.clerk, { ...place(), name, parentId })).customerId;
const account = (type: string) =>
  office.database.db
    .execute<{ id: string }>(
      sql`select id from accounts where connection_id = ${office.connectionId} and account_type = ${type} order by full_name limit 1`,
    )
    .then(({ rows }) => rows[0]?.id ?? "");

async function rowOf(table: "vendors" | "items" | "customers", id: string) {
  const { rows } = await office.database.db.execute<{
    listId: string | null;
    fullName: string;
    isActive: boolean;
    deleted: boolean;
    mergedInto: string | null;
    job: string | null;
    attempts: number | null;
  }>(sql`
    select r.list_id as "listId", r.full_name as "fullName", r.is_active as "isActive", r.deleted_at is not null as deleted,
      r.merged_into as "mergedInto", j.state as job, j.attempts
    from ${sql.raw(table)} r
    left join lateral (select * from jobs where subject_id = r.id order by seq desc limit 1) j on true
    where r.id = ${id}`);
  return rows[0];
}

/** Ends the connector, as a power cut does, when QuickBooks has just done this request. */
function cutAfter(request: string): Hooks {
  return {
    afterCall(step, { xml }) {
      if (step === "ProcessRequest" && xml?.includes(`<${request}Rq`)) throw new Error("power cut");
    },
  };
}

const inCompany = (list: "Vendor" | "Item" | "Customer", name: string) =>
  Object.values(office.company.state.lists[list]).filter(
    (entry) => fullName(office.company.state, entry).toLowerCase() === name.toLowerCase(),
  );

test("a bill's new vendor, item, customer and job of a job go first, each once, parents before children", async () => {
  const vendorId = await newVendor("Harbor Steel");
  const { itemId } = await createItem(office.clerk, {
    ...place(),
    ...{ itemType: "NonInventory", name: "Rebar Nr 9", accountId: await account("CostOfGoodsSold") },
    ...{ description: "Reinforcing bar, 20 ft", cost: "1,204.5" },
  });
  const customer = await newCustomer("Larkspur Homes");
  const job = await newCustomer("Lot 7", customer);
  const subJob = await newCustomer("Foundation", job);
  const input = await billFor(office);
  const billId = await approvedBill(office, {
    vendorId,
    lines: input.lines.map((line) =>
      line.kind === "item" ? { ...line, itemId, customerId: subJob, billable: true } : line,
    ),
  });
  expect(await recordOf(office, billId)).toMatchObject({
    job: "blocked",
    reason: "Vendor Harbor Steel is not in QuickBooks yet.",
  });

  const report = await office.run();
  expect(report).toMatchObject({ ok: true });
  const written = report.requests.flatMap((request) => request.match(/<\w+AddRq/g) ?? []);
  expect(written).toEqual([
    "<VendorAddRq",
    "<ItemNonInventoryAddRq",
    ...["<CustomerAddRq", "<CustomerAddRq", "<CustomerAddRq"],
    "<BillAddRq",
  ]);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  const { state } = office.company;
  const leaf = findByFullName(state, "Customer", "Larkspur Homes:Lot 7:Foundation");
  expect(leaf?.isActive).toBe(true);
  const item = findByFullName(state, "Item", "Rebar Nr 9");
  expect(item).toMatchObject({
    type: "ItemNonInventory",
    fields: { SalesOrPurchase: { Desc: "Reinforcing bar, 20 ft", Price: "1204.5" } },
  });
  const { txnId } = await recordOf(office, billId);
  expect(office.company.txn(txnId ?? "").itemLines[0]?.fields).toMatchObject({
    ItemRef: { ListID: item?.listId },
    CustomerRef: { ListID: leaf?.listId },
  });
  for (const [table, id] of [
    ["vendors", vendorId],
    ["items", itemId],
    ["customers", subJob],
  ] as const) {
    expect(await rowOf(table, id)).toMatchObject({
      job: "done",
      attempts: 0,
      deleted: false,
      isActive: true,
    });
  }
  expect(await rowOf("customers", subJob)).toMatchObject({ fullName: "Larkspur Homes:Lot 7:Foundation" });
  expect((await office.run()).writeMessages).toBe(0);
});

test("each kind of item is added with the accounts it needs", async () => {
  const [cost, income, asset] = await Promise.all(
    ["CostOfGoodsSold", "Income", "OtherCurrentAsset"].map(account),
  );
  const make = async (itemType: "Service" | "Inventory" | "OtherCharge" | "NonInventory", more: object) => {
    const name = `Kind ${itemType}`;
    const { itemId } = await createItem(office.clerk, {
      ...place(),
      itemType,
      name,
      accountId: cost,
      ...more,
    });
    await sendEntry(office.accountant, { list: "item", entryId: itemId });
    return itemId;
  };
  const ids = [
    await make("Service", {
      incomeAccountId: income,
      salesPrice: "95",
      cost: "60",
      salesDescription: "Labor",
    }),
    await make("Inventory", { incomeAccountId: income, assetAccountId: asset }),
    await make("OtherCharge", {}),
    await make("NonInventory", { parentId: await ledgerId(office, "items", "Rebar Nr 9") }),
  ];
  const report = await office.run();
  expect(report.ok).toBe(true);
  for (const id of ids) expect(await rowOf("items", id)).toMatchObject({ job: "done", attempts: 0 });
  expect(findByFullName(office.company.state, "Item", "Kind Service")?.fields).toMatchObject({
    SalesAndPurchase: { SalesDesc: "Labor", SalesPrice: "95", PurchaseCost: "60" },
  });
  expect(findByFullName(office.company.state, "Item", "Kind Inventory")?.type).toBe("ItemInventory");
  expect(inCompany("Item", "Rebar Nr 9:Kind NonInventory")).toHaveLength(1);
});

describe("a name that QuickBooks has already", () => {
  beforeEach(async () => {
    expect(await openErrors(office)).toEqual([]);
  });

  test("in another case, as a vendor: linked, and what names ours moves to it", async () => {
    const vendorId = await newVendor("Tidewater GRAVEL");
    const billId = await approvedBill(office, { vendorId });
    const theirs = office.company.addVendor("Tidewater Gravel");
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
    expect(inCompany("Vendor", "tidewater gravel")).toHaveLength(1);
    const own = await rowOf("vendors", vendorId);
    const kept = await ledgerId(office, "vendors", "Tidewater Gravel");
    // The list was read before the push: theirs came in as a vendor of its own, and ours gave way to it.
    expect(own).toMatchObject({ deleted: true, mergedInto: kept });
    const { rows } = await office.database.db.execute<{ vendorId: string }>(
      sql`select vendor_id as "vendorId" from bills where id = ${billId}`,
    );
    expect(rows).toEqual([{ vendorId: kept }]);
    expect(await rowOf("vendors", kept)).toMatchObject({ listId: theirs.listId });
  });

  test("as an inactive vendor: linked and shown as inactive, and the bill waits with advice", async () => {
    const vendorId = await newVendor("Sleepy Hollow Rentals");
    const theirs = office.company.addVendor("Sleepy Hollow Rentals");
    office.company.makeInactive("Vendor", "Sleepy Hollow Rentals");
    const billId = await approvedBill(office, { vendorId });
    await office.run();
    expect(inCompany("Vendor", "Sleepy Hollow Rentals")).toHaveLength(1);
    const { rows } = await office.database.db.execute<{ isActive: boolean; listId: string }>(sql`
      select v.is_active as "isActive", v.list_id as "listId" from bills b join vendors v on v.id = b.vendor_id where b.id = ${billId}`);
    expect(rows).toEqual([{ isActive: false, listId: theirs.listId }]);
    const record = await recordOf(office, billId);
    expect(record).toMatchObject({ job: "blocked", attempts: 0 });
    expect(record.reason).toContain("is inactive in QuickBooks");
    office.company.makeInactive("Vendor", "Sleepy Hollow Rentals", true);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  });

  test("as a customer: refused in words with a name to take, and right after a new name", async () => {
    const vendorId = await newVendor("Mill Street Church");
    const billId = await approvedBill(office, { vendorId });
    office.company.addCustomer("mill street church");
    await office.run();
    const [error] = await openErrors(office);
    expect(error).toMatchObject({ code: "3100", attempt: 1 });
    expect(error?.message).toContain("is a customer's name in QuickBooks");
    expect(error?.message).toContain("“Mill Street Church (Vendor)”");
    expect(await recordOf(office, billId)).toMatchObject({ job: "blocked", attempts: 0 });

    await changeVendor(office.accountant, { vendorId, name: "Mill Street Church (Vendor)" });
    await office.run();
    expect(await rowOf("vendors", vendorId)).toMatchObject({ job: "done" });
    expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
    expect(await openErrors(office)).toEqual([]);
  });

  test("as a vendor, of a new customer: refused, renamed with its jobs, added", async () => {
    const customer = await newCustomer("Northgate Dental");
    const job = await newCustomer("Suite 4", customer);
    office.company.addVendor("Northgate Dental");
    await sendEntry(office.accountant, { list: "customer", entryId: job });
    await office.run();
    expect((await openErrors(office))[0]?.message).toContain("is a vendor's name in QuickBooks");
    expect(await rowOf("customers", job)).toMatchObject({ job: "blocked" });
    await renameCustomer(office.clerk, { customerId: customer, name: "Northgate Dental (Customer)" });
    expect(await rowOf("customers", job)).toMatchObject({ fullName: "Northgate Dental (Customer):Suite 4" });
    await office.run();
    expect(inCompany("Customer", "Northgate Dental (Customer):Suite 4")).toHaveLength(1);
    expect(await openErrors(office)).toEqual([]);
  });

  test("as a job under the same customer: linked; the same job under another customer is another", async () => {
    const parent = await ledgerId(office, "customers", "Larkspur Homes");
    const job = await newCustomer("Garage", parent);
    const elsewhere = await newCustomer(
      "Garage",
      await ledgerId(office, "customers", "Northgate Dental (Customer)"),
    );
    office.company.addCustomer("Garage", "Larkspur Homes");
    for (const entryId of [job, elsewhere]) await sendEntry(office.accountant, { list: "customer", entryId });
    await office.run();
    expect(inCompany("Customer", "Larkspur Homes:Garage")).toHaveLength(1);
    expect(inCompany("Customer", "Northgate Dental (Customer):Garage")).toHaveLength(1);
    expect(await rowOf("customers", elsewhere)).toMatchObject({ job: "done", deleted: false });
    expect(await rowOf("customers", job)).toMatchObject({ job: "done", deleted: true });
  });
});

describe.each([
  ["the stored answer is whole", {}],
  ["the stored answer is the identity alone", { storedAnswer: "identityOnly" }],
  ["the stored answer is lost", { loseStoredAnswers: true }],
] as [string, Partial<Switches>][])("an answer that never came, when %s", (reading, switches) => {
  test.each(["VendorAdd", "ItemServiceAdd", "CustomerAdd"])("%s is never done twice", async (request) => {
    Object.assign(office.company.switches, switches);
    const name = `Once ${request} ${reading.slice(-5).trim()}`;
    const [list, table, entryId] =
      request === "VendorAdd"
        ? (["Vendor", "vendors", await newVendor(name)] as const)
        : request === "CustomerAdd"
          ? (["Customer", "customers", await newCustomer(name)] as const)
          : ([
              "Item",
              "items",
              (
                await createItem(office.clerk, {
                  ...{ ...place(), itemType: "Service", name, accountId: await account("Expense") },
                })
              ).itemId,
            ] as const);
    const kind = list === "Vendor" ? "vendor" : list === "Item" ? "item" : "customer";
    await sendEntry(office.accountant, { list: kind, entryId });
    const cut = await office.run({ hooks: cutAfter(request) });
    expect(cut.error?.code).toBe("crash");
    expect((await office.run()).ok).toBe(true);
    expect(inCompany(list, name)).toHaveLength(1);
    expect(await rowOf(table, entryId)).toMatchObject({ job: "done", attempts: 0, deleted: false });
    expect((await rowOf(table, entryId))?.listId).toBe(inCompany(list, name)[0]?.listId);
    Object.assign(office.company.switches, { storedAnswer: "whole", loseStoredAnswers: false });
  });
});
