import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { accounts, bills, classes, customers, terms, vendors } from "@/db/schema";
import { approveNow, askInTurn, type BillFormInput, billOf } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { rejectBill } from "./give-verdict";
import { saveBill } from "./save-bill";
import { submitBill } from "./submit-bill";
import { readVendorCoding } from "./vendor-coding";

const books = useBooks();
let serial = 0;
beforeAll(async () => {
  await askInTurn(books, books.ann);
});

const only = <Row>([row]: Row[]): Row => {
  if (row === undefined) throw new Error("nothing was stored");
  return row;
};
const named = (name: string) => {
  serial += 1;
  return { connectionId: books.ledger.connectionId, listId: `coding-${serial}`, name, fullName: name };
};
const newVendor = async () =>
  only(await books.db.insert(vendors).values(named("Atlas")).returning({ id: vendors.id })).id;
const newAccount = async (name: string) =>
  only(
    await books.db
      .insert(accounts)
      .values({ ...named(name), accountType: "Expense" })
      .returning({ id: accounts.id }),
  ).id;
const coding = (vendorId: string, actor = books.clerk) =>
  readVendorCoding(actor, { connectionId: books.ledger.connectionId, vendorId });
const enter = async (vendorId: string, change: Partial<BillFormInput> = {}) =>
  (await saveBill(books.clerk, billOf(books, { vendorId, ...change }))).billId;
const expense = (
  accountId: string,
  more: Partial<BillFormInput["lines"][number]> = {},
): BillFormInput["lines"][number] => ({
  ...{ id: null, kind: "expense", accountId, itemId: null, quantity: null, cost: null, amount: "150.00" },
  ...{ classId: null, customerId: null },
  ...more,
});

test("a vendor without bills, and an unknown one, is coded by hand", async () => {
  expect(await coding(await newVendor())).toBeNull();
  expect(await coding("00000000-0000-4000-8000-000000000000")).toBeNull();
});

test("the last bill's coding comes back without amounts and descriptions", async () => {
  const vendorId = await newVendor();
  await enter(vendorId, { billDate: "2026-11-03" });
  const { ledger } = books;
  expect(await coding(vendorId)).toEqual({
    billDate: "2026-11-03",
    termsId: ledger.termsId,
    lines: [
      {
        ...{ kind: "expense", account: { id: ledger.accountId, name: "Job Materials", hint: null } },
        ...{ item: null, class: { id: ledger.classId, name: "Commercial", hint: null }, customer: null },
        ...{ billable: false, description: "" },
      },
      {
        ...{ kind: "item", account: null, item: { id: ledger.itemId, name: "Lumber", hint: null } },
        ...{ class: null, customer: { id: ledger.customerId, name: "Bayview:Clubhouse", hint: null } },
        ...{ billable: true, description: "" },
      },
    ],
  });
});

test("the last approved bill goes before a newer one that nobody has approved; a rejected one is none", async () => {
  const vendorId = await newVendor();
  const [rent, fuel, tools] = [await newAccount("Rent"), await newAccount("Fuel"), await newAccount("Tools")];
  const accountNow = async () => (await coding(vendorId))?.lines.map(({ account }) => account?.name);
  const rejected = await enter(vendorId, { lines: [expense(tools)] });
  await submitBill(books.clerk, { billId: rejected });
  await rejectBill(books.ann, { billId: rejected, version: 2, note: "Not ours" });
  expect(await coding(vendorId)).toBeNull();
  const approved = await enter(vendorId, { billDate: "2026-10-01", lines: [expense(rent)] });
  expect(await accountNow()).toEqual(["Rent"]);
  await enter(vendorId, { billDate: "2026-11-01", lines: [expense(fuel)] });
  expect(await accountNow()).toEqual(["Fuel"]);
  await submitBill(books.clerk, { billId: approved });
  await approveNow(books, books.ann, approved);
  expect(await accountNow()).toEqual(["Rent"]);
});

test("each coding comes once, and a description that three bills in a row say", async () => {
  const vendorId = await newVendor();
  const [rent, fuel] = [await newAccount("Rent"), await newAccount("Fuel")];
  const lines = (about: string) => [
    expense(rent, { description: "Yard rent", amount: "100.00" }),
    expense(fuel, { description: about, amount: "20.00" }),
    expense(rent, { description: "Yard rent", amount: "30.00" }),
  ];
  const shown = async () =>
    (await coding(vendorId))?.lines.map(({ account, description }) => [account?.name, description]);
  await enter(vendorId, { billDate: "2026-09-01", lines: lines("September") });
  await enter(vendorId, { billDate: "2026-10-01", lines: lines("October") });
  expect(await shown()).toEqual([
    ["Rent", ""],
    ["Fuel", ""],
  ]);
  await enter(vendorId, { billDate: "2026-11-01", lines: lines("November") });
  expect(await shown()).toEqual([
    ["Rent", "Yard rent"],
    ["Fuel", ""],
  ]);
});

test("what QuickBooks made inactive, deleted or merged is not proposed any more", async () => {
  const vendorId = await newVendor();
  const [rent, fuel, merged] = [
    await newAccount("Rent"),
    await newAccount("Fuel"),
    await newAccount("Leases"),
  ];
  const classId = only(
    await books.db.insert(classes).values(named("Retail")).returning({ id: classes.id }),
  ).id;
  const customerId = only(
    await books.db.insert(customers).values(named("Harbor")).returning({ id: customers.id }),
  ).id;
  const termsId = only(await books.db.insert(terms).values(named("Net 7")).returning({ id: terms.id })).id;
  await enter(vendorId, {
    termsId,
    lines: [
      expense(rent, { classId, customerId, billable: true, amount: "100.00" }),
      expense(fuel, { amount: "50.00" }),
    ],
  });
  await books.db.update(accounts).set({ mergedInto: merged, isActive: false }).where(eq(accounts.id, rent));
  await books.db.update(classes).set({ isActive: false }).where(eq(classes.id, classId));
  await books.db.update(customers).set({ deletedAt: new Date() }).where(eq(customers.id, customerId));
  await books.db.update(terms).set({ isActive: false }).where(eq(terms.id, termsId));
  await books.db.update(accounts).set({ isActive: false }).where(eq(accounts.id, fuel));
  expect(await coding(vendorId)).toMatchObject({
    termsId: null,
    lines: [{ account: { name: "Leases" }, class: null, customer: null, billable: false }],
  });
  await books.db.update(accounts).set({ isActive: false }).where(eq(accounts.id, merged));
  expect(await coding(vendorId)).toBeNull();
});

test("another organisation reads nothing of it", async () => {
  const vendorId = await newVendor();
  await enter(vendorId);
  const orgId = await createOrganisation(books.db, "Other books");
  const clerk = await createPerson(books.db, orgId, { name: "Other Clerk", roles: ["clerk"] });
  expect(await coding(vendorId, clerk)).toBeNull();
  expect(await books.db.execute(sql`select 1 from ${bills} where vendor_id = ${vendorId}`)).toMatchObject({
    rowCount: 1,
  });
});
