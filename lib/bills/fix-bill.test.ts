import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, billLines, bills, connections, items, vendors } from "@/db/schema";
import type { Estate } from "@/lib/testing/estate";
import { useEstates } from "@/lib/testing/use-estates";
import { readBill } from "./bill-views";
import { checkDraft } from "./check-draft";
import { fixBill } from "./fix-bill";

const estates = useEstates();
let estate: Estate;
const id = (name: string): string => estate.ids[name] ?? "";

async function newEstate() {
  estate = await estates.open("fix");
}
const read = () => readBill(estate.people.clerk, { billId: id("billId") });
const entry = (name: string) => ({
  connectionId: id("connectionId"),
  listId: `list-${name}`,
  name,
  fullName: name,
});

test("one click leads a line from an inactive account to another, as an edit of the bill", async () => {
  await newEstate();
  await estates.db
    .update(accounts)
    .set({ isActive: false })
    .where(eq(accounts.id, id("accountId")));
  const [fuel] = await estates.db
    .insert(accounts)
    .values({ ...entry("Fuel"), accountType: "Expense" })
    .returning({ id: accounts.id });
  await estates.db
    .update(bills)
    .set({ exchangeRate: "1.25000", memo: "Kept" })
    .where(eq(bills.id, id("billId")));
  const before = await read();
  expect(before.checks).toMatchObject([
    { field: "lines.0.accountId", fixes: [{ kind: "pick", list: "account" }] },
  ]);
  const fixed = {
    billId: id("billId"),
    version: before.version,
    field: "lines.0.accountId",
    value: fuel?.id ?? "",
  };
  await fixBill(estate.people.clerk, fixed);
  const after = await read();
  expect(after.checks).toEqual([]);
  expect(after.content).toMatchObject({
    exchangeRate: "1.25",
    memo: "Kept",
    invoiceNumber: before.content.invoiceNumber,
  });
  expect(after.content.lines).toMatchObject([
    { id: id("lineId"), account: { name: "Fuel" }, amount: "100.00" },
  ]);
  await expect(fixBill(estate.people.clerk, fixed)).rejects.toMatchObject({ code: "bill-changed" });
});

test("a merged vendor leads to the survivor", async () => {
  await newEstate();
  const [survivor] = await estates.db.insert(vendors).values(entry("Survivor")).returning({ id: vendors.id });
  await estates.db
    .update(vendors)
    .set({ mergedInto: survivor?.id ?? null, deletedAt: new Date() })
    .where(eq(vendors.id, id("vendorId")));
  const { checks, version } = await read();
  expect(checks).toMatchObject([
    {
      field: "vendorId",
      fixes: [{ kind: "set", label: "Use Survivor", value: survivor?.id }, { kind: "pick" }],
    },
  ]);
  await fixBill(estate.people.clerk, {
    ...{ billId: id("billId"), version, field: "vendorId", value: survivor?.id ?? "" },
  });
  expect((await read()).content.vendor?.name).toBe("Survivor");
});

test("a new vendor whose name is in QuickBooks but for its case leads to that one", async () => {
  await newEstate();
  const [twin] = await estates.db.insert(vendors).values(entry("Acme Paint")).returning({ id: vendors.id });
  await estates.db
    .update(vendors)
    .set({ listId: null, name: "ACME PAINT", fullName: "ACME PAINT" })
    .where(eq(vendors.id, id("vendorId")));
  expect((await read()).checks).toMatchObject([
    {
      level: "warning",
      field: "vendorId",
      fixes: [{ kind: "set", label: "Use Acme Paint", value: twin?.id }],
    },
  ]);
});

test("a value that the field does not take is refused, and so is a field that is none", async () => {
  await newEstate();
  const { version } = await read();
  const fix = (field: string, value: string) =>
    fixBill(estate.people.clerk, { billId: id("billId"), version, field, value });
  await expect(fix("billDate", "tomorrow")).rejects.toMatchObject({ code: "invalid" });
  await expect(fix("state", "approved")).rejects.toMatchObject({ code: "invalid" });
  await expect(fix("vendorId", id("accountId"))).rejects.toMatchObject({ code: "not-found" });
});

test("a bill that is being entered is checked before it is saved: nearly the same, and a closed day", async () => {
  await newEstate();
  await estates.db
    .update(connections)
    .set({ preferences: { closingDate: "2026-10-31" } })
    .where(eq(connections.id, id("connectionId")));
  await estates.db
    .update(bills)
    .set({ invoiceNumber: "00-4471" })
    .where(eq(bills.id, id("billId")));
  const line = {
    id: null,
    kind: "expense" as const,
    accountId: id("accountId"),
    itemId: null,
    classId: null,
  };
  const found = await checkDraft(estate.people.clerk, {
    ...{ billId: null, connectionId: id("connectionId"), vendorId: id("vendorId"), invoiceNumber: "4471" },
    ...{ billDate: "2026-10-30", dueDate: null, termsId: null, apAccountId: null, amount: "75.00" },
    lines: [{ ...line, quantity: null, cost: null, customerId: null, amount: "75.00" }],
  });
  expect(found).toMatchObject([
    { field: "billDate", fixes: [{ kind: "set", value: "2026-11-01" }, { kind: "focus" }] },
    { field: "invoiceNumber", level: "warning", fixes: [{ kind: "open", billId: id("billId") }] },
  ]);
  expect((await estates.db.select().from(bills).where(eq(bills.orgId, estate.orgId))).length).toBe(1);
});

test("one click makes an item line what its quantity and cost come to, and the next the bill", async () => {
  await newEstate();
  const [item] = await estates.db
    .insert(items)
    .values({ ...entry("Bolts"), itemType: "NonInventory", expenseAccountListId: "list" })
    .returning({ id: items.id });
  await estates.db
    .update(billLines)
    .set({ kind: "item", accountId: null, itemId: item?.id ?? null, quantity: "3", cost: "33" })
    .where(eq(billLines.id, id("lineId")));
  for (const [field, value] of [
    ["lines.0.amount", "99.00"],
    ["amount", "99.00"],
  ] as const) {
    const { version, checks } = await read();
    const [check] = checks;
    expect(check).toMatchObject({ field, fixes: [{ kind: "set", label: `Make it ${value}`, value }, {}] });
    await fixBill(estate.people.clerk, { billId: id("billId"), version, field, value });
  }
  const { checks, content } = await read();
  expect(checks).toEqual([]);
  expect(content).toMatchObject({ amount: "99.00", lines: [{ quantity: "3", cost: "33", amount: "99.00" }] });
});
