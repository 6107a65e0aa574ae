import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, customers, items, vendors } from "@/db/schema";
import { useBooks } from "@/lib/testing/use-books";
import { createCustomer } from "./create-customer";
import { createItem } from "./create-item";
import { createVendor } from "./create-vendor";
import { renameCustomer } from "./rename-entry";
import { settleWish, vendorInput } from "./vendor-fields";

const books = useBooks();
let connectionId: string;
beforeAll(async () => {
  connectionId = books.ledger.connectionId;
  const named = (name: string) => ({ connectionId, name, fullName: name, listId: `seen-${name}` });
  await books.db.insert(vendors).values({ ...named("Dormant Supply"), isActive: false });
  await books.db
    .insert(customers)
    .values([named("Oakes Family"), { ...named("Retired Client"), isActive: false }]);
  await books.db.insert(accounts).values([
    { ...named("Sales"), accountType: "Income" },
    { ...named("Stock"), accountType: "OtherCurrentAsset" },
    { ...named("Checking"), accountType: "Bank" },
  ]);
});

const vendor = (name: string, more: object = {}) =>
  createVendor(books.clerk, { connectionId, name, ...more });
const customer = (name: string, parentId?: string) =>
  createCustomer(books.clerk, { connectionId, name, parentId });
const accountId = async (name: string) =>
  (
    await books.db.execute<{ id: string }>(
      sql`select id from accounts where connection_id = ${connectionId} and name = ${name}`,
    )
  ).rows[0]?.id ?? "";

describe("a vendor's name", () => {
  test.each([
    ["taken", "Cascade Lumber", "name-taken", "There is a vendor of this name already"],
    ["taken in another case", "cascade LUMBER", "name-taken", "Cascade Lumber"],
    ["taken by an inactive vendor", "dormant supply", "name-taken", "inactive vendor"],
    ["a customer's", "oakes family", "name-elsewhere", "“oakes family (Vendor)”"],
    ["an inactive customer's", "Retired Client", "name-elsewhere", "is a customer's name"],
    ["with a colon", "Acme: West", "invalid", "colon"],
    ["too long", "A".repeat(42), "invalid", "41 characters"],
    ["in letters that QuickBooks cannot store", "株式会社", "invalid", "cannot store"],
    ["empty", "  ", "invalid", "Enter a name"],
  ])("%s is refused", async (_what, name, code, words) => {
    const refusal = await vendor(name).catch((error) => error);
    expect(refusal).toMatchObject({ code, fields: [{ path: "name" }] });
    expect(refusal.fields[0].message).toContain(words);
  });

  test("is kept as QuickBooks would store it", async () => {
    expect(await vendor("O’Neil   & Co – West")).toMatchObject({ name: "O'Neil & Co - West" });
    await expect(vendor("o'neil & co - west")).rejects.toMatchObject({ code: "name-taken" });
  });

  test("entered by two at once is entered once", async () => {
    const both = await Promise.allSettled([vendor("Race Supply"), vendor("RACE supply")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test.each([
  ["six printed lines", { street: "1\n2\n3\n4", city: "Portland", country: "USA" }],
  ["a line that is too long", { street: "x".repeat(42) }],
])("an address of %s is refused at its field", (_what, address) => {
  const parsed = vendorInput.safeParse({ name: "Address Test", address });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["address.street"]);
});

test("jobs go five levels deep, under parents that QuickBooks does not have yet", async () => {
  let parent = (await customer("Level 1")).customerId;
  for (const level of [2, 3, 4, 5]) {
    const made = await customer(`Level ${level}`, parent);
    parent = made.customerId;
    if (level === 5) expect(made.name).toBe("Level 1:Level 2:Level 3:Level 4:Level 5");
  }
  await expect(customer("Level 6", parent)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "parentId", message: expect.stringContaining("5 levels") }],
  });
});

test("a job's name may be a vendor's, and another customer's job's; a customer's may not", async () => {
  const parentId = (await customer("Elm Street Partners")).customerId;
  await expect(customer("Cascade Lumber")).rejects.toMatchObject({ code: "name-elsewhere" });
  expect(await customer("Cascade Lumber", parentId)).toMatchObject({
    name: "Elm Street Partners:Cascade Lumber",
  });
  await expect(customer("CASCADE lumber", parentId)).rejects.toMatchObject({ code: "name-taken" });
});

test("renaming a customer renames the paths of its jobs, and of no other", async () => {
  const parent = (await customer("Old Name")).customerId;
  const job = (await customer("Roof", parent)).customerId;
  const beside = (await customer("Old Name Too")).customerId;
  await renameCustomer(books.clerk, { customerId: parent, name: "New Name" });
  const paths = await books.db.execute<{ path: string }>(
    sql`select full_name as path from customers where id in (${job}, ${beside}) order by full_name`,
  );
  expect(paths.rows).toEqual([{ path: "New Name:Roof" }, { path: "Old Name Too" }]);
  await expect(
    renameCustomer(books.clerk, { customerId: books.ledger.customerId, name: "Not ours to name" }),
  ).rejects.toMatchObject({ code: "conflict" });
});

describe("an item", () => {
  const item = (more: Parameters<typeof createItem>[1] extends infer I ? Partial<I> : never) =>
    createItem(books.clerk, { connectionId, itemType: "Service", name: "Thing", ...more });

  test.each([
    ["without an account", {}, "accountId"],
    ["with a payable account", { accountId: "Accounts Payable" }, "accountId"],
    ["with a bank account", { accountId: "Checking" }, "accountId"],
    [
      "sold into a cost account",
      { accountId: "Job Materials", incomeAccountId: "Job Materials" },
      "incomeAccountId",
    ],
    [
      "in stock without an asset account",
      { itemType: "Inventory", accountId: "Job Materials", incomeAccountId: "Sales" },
      "assetAccountId",
    ],
  ] as const)("%s is refused at its field", async (_what, given, path) => {
    const ids = Object.fromEntries(
      await Promise.all(
        Object.entries(given).map(async ([field, name]) => [
          field,
          field === "itemType" ? name : await accountId(name),
        ]),
      ),
    );
    await expect(item(ids)).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
  });

  test("is kept with what QuickBooks will need", async () => {
    const { itemId } = await item({
      ...{
        itemType: "Inventory",
        name: "Door, oak",
        accountId: await accountId("Job Materials"),
        cost: "1,250.5",
      },
      ...{ incomeAccountId: await accountId("Sales"), assetAccountId: await accountId("Stock") },
    });
    const [row] = await books.db.select().from(items).where(sql`id = ${itemId}`);
    expect(row).toMatchObject({
      ...{ itemType: "Inventory", purchaseCost: "1250.50000", listId: null },
      ...{ expenseAccountListId: expect.stringContaining("Job Materials") },
    });
    await expect(
      item({ name: "DOOR, OAK", accountId: await accountId("Job Materials") }),
    ).rejects.toMatchObject({
      code: "name-taken",
    });
  });
});

test.each([
  ["as it was: sent", "a", "a", "b", { send: ["phone"], overruled: [] }],
  ["as wished already: done", "a", "b", "b", { send: [], overruled: [] }],
  ["something else: QuickBooks' version stands", "a", "c", "b", { send: [], overruled: ["phone"] }],
  ["empty there and from nothing: sent", null, "", "b", { send: ["phone"], overruled: [] }],
])("a wished field is now %s", (_what, from, now, to, expected) => {
  const settled = settleWish({ phone: { from, to } }, { phone: now });
  expect({ send: Object.keys(settled.send), overruled: Object.keys(settled.overruled) }).toEqual(expected);
});
