import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { bills, vendors } from "@/db/schema";
import { readBill } from "@/lib/bills/bill-views";
import { submitBill } from "@/lib/bills/submit-bill";
import { askInTurn } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { importBills } from "./import-bills";
import { previewImport } from "./preview-import";

const books = useBooks();
let names: { vendor: string; account: string; item: string; class: string; customer: string; terms: string };
beforeAll(async () => {
  await askInTurn(books, books.ann);
  const { ledger } = books;
  const nameOf = async (table: string, id: string) => {
    const { rows } = await books.db.execute<{ name: string }>(
      sql`select full_name as name from ${sql.raw(table)} where id = ${id}`,
    );
    return rows[0]?.name ?? "";
  };
  names = {
    vendor: await nameOf("vendors", ledger.vendorId),
    account: await nameOf("accounts", ledger.accountId),
    item: await nameOf("items", ledger.itemId),
    class: await nameOf("classes", ledger.classId),
    customer: await nameOf("customers", ledger.customerId),
    terms: await nameOf("terms", ledger.termsId),
  };
});

const HEAD =
  "Vendor,Invoice number,Date,Terms,Account,Item,Quantity,Cost,Description,Amount,Class,Customer:job,Billable";
const file = (...rows: string[]) => [HEAD, ...rows].join("\r\n");
const input = (text: string) => ({ connectionId: books.ledger.connectionId, text });

test("a file's bills are entered as drafts, whole, and can be submitted", async () => {
  const { vendor, account, item, customer, terms } = names;
  const text = file(
    `${vendor.toUpperCase()},IMP-1,11/2/2026,${terms},${account},,,,Clean-up,100.00,${names.class},${customer},yes`,
    `,,,,,${item},4,12.5,Lumber,,,,`,
    `${vendor},IMP-2,2026-11-03,,${account},,,,"Rent, November","1,250.00",,,`,
  );
  const preview = await previewImport(books.clerk, input(text));
  expect(preview).toMatchObject({ ready: 2, sum: "1400.00", unknown: [] });
  expect(preview.bills.map(({ rows, amount, lines, faults }) => [rows, amount, lines, faults])).toEqual([
    [[2, 3], "150.00", 2, []],
    [[4], "1250.00", 1, []],
  ]);
  expect(await importBills(books.clerk, { ...input(text), fileName: "march.csv", expected: 2 })).toEqual({
    entered: 2,
  });

  const [entered] = await books.db.select().from(bills).where(eq(bills.invoiceNumber, "IMP-1"));
  if (!entered) throw new Error("the bill was not entered");
  const { content, timeline, state } = await readBill(books.clerk, { billId: entered.id });
  expect(state).toBe("draft");
  expect(content).toMatchObject({
    ...{ vendor: { name: vendor }, billDate: "2026-11-02", dueDate: "2026-12-02", amount: "150.00" },
    lines: [
      { account: { name: account }, customer: { name: customer }, billable: true, amount: "100.00" },
      { item: { name: item }, quantity: "4", cost: "12.5", amount: "50.00" },
    ],
  });
  expect(timeline.at(-1)?.sentence).toMatch(/read from march\.csv, row 2$/);
  await submitBill(books.clerk, { billId: entered.id });

  const again = await previewImport(books.clerk, input(text));
  expect(again).toMatchObject({ ready: 0, entered: 2 });
  expect(again.bills.map(({ faults }) => faults[0]?.message)).toEqual([
    `${vendor.toUpperCase()} has a bill with the number IMP-1 already.`,
    `${vendor} has a bill with the number IMP-2 already.`,
  ]);
});

test("what is wrong is told row by row; the other bills are entered", async () => {
  const { vendor, account } = names;
  const [old] = await books.db
    .insert(vendors)
    .values({
      connectionId: books.ledger.connectionId,
      listId: "OLD",
      name: "Old Vendor",
      fullName: "Old Vendor",
      isActive: false,
    })
    .returning();
  expect(old).toBeDefined();
  const text = file(
    `${vendor.slice(0, 7)},ROW-1,2026-11-02,,${account},,,,,10.00,,,`,
    `${vendor},ROW-2,2026-11-02,,No such account,,,,,10.00,,,`,
    `Old Vendor,ROW-3,2026-11-02,,${account},,,,,10.00,,,`,
    `${vendor},ROW-4,2026-11-02,,${account},,,,,10.00,,,`,
    `${vendor},A number that is far too long,2026-11-02,,${account},,,,,10.00,,,`,
    `${vendor},ROW-5,2026-11-02,,${account},,,,,10.00,,,`,
    `${vendor},ROW-4,2026-11-02,,${account},,,,,10.00,,,`,
  );
  const { bills: planned, ready } = await previewImport(books.clerk, input(text));
  expect(ready).toBe(2);
  expect(planned.flatMap(({ faults }) => faults)).toEqual([
    {
      row: 2,
      column: "Vendor",
      message: `There is no vendor "${vendor.slice(0, 7)}" in QuickBooks. Did you mean "${vendor}"?`,
    },
    { row: 3, column: "Account", message: 'There is no account "No such account" in QuickBooks.' },
    { row: 4, column: "Vendor", message: '"Old Vendor" is inactive in QuickBooks.' },
    {
      row: 6,
      column: "Invoice number",
      message: "QuickBooks takes at most 20 characters in an invoice number.",
    },
    {
      row: 8,
      column: "Invoice number",
      message: "Row 5 has the same vendor and number. Put the rows of one bill together.",
    },
  ]);
  await expect(importBills(books.clerk, { ...input(text), expected: 3 })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await importBills(books.clerk, { ...input(text), expected: 2 })).toEqual({ entered: 2 });
});

test("two people who take in the same file at once enter its bills once", async () => {
  const text = file(`${names.vendor},TWICE-1,2026-11-02,,${names.account},,,,,10.00,,,`);
  const outcomes = await Promise.allSettled(
    [books.clerk, books.accountant, books.admin].map((actor) =>
      importBills(actor, { ...input(text), expected: 1 }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await books.db.select().from(bills).where(eq(bills.invoiceNumber, "TWICE-1"))).toHaveLength(1);
});

test("bills without a number: the same file a second time holds them back until they are ticked", async () => {
  const { vendor, account } = names;
  const row = (date: string, amount: string) => `${vendor},,${date},,${account},,,,,${amount},,,`;
  const text = file(row("2026-05-01", "70.00"), row("2026-05-02", "70.00"), row("2026-05-01", "71.00"));
  const count = () => books.db.$count(bills, sql`amount in (70, 71)`);
  expect(await previewImport(books.clerk, input(text))).toMatchObject({
    ready: 3,
    entered: 0,
    sum: "211.00",
  });
  await importBills(books.clerk, { ...input(text), expected: 3 });

  const again = await previewImport(books.accountant, input(text));
  expect(again).toMatchObject({ ready: 0, sum: "0.00", entered: 3 });
  expect(again.bills.map(({ state, repeats, faults }) => [state, repeats, faults])).toEqual(
    again.bills.map(() => ["held-back", { entered: 1, row: null }, []]),
  );
  await expect(importBills(books.accountant, { ...input(text), expected: 3 })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(importBills(books.accountant, { ...input(text), expected: 0 })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await count()).toBe(3);

  const ticked = [{ row: 3, entered: 1 }];
  expect(await importBills(books.accountant, { ...input(text), expected: 0, ticked })).toEqual({
    entered: 1,
  });
  expect(await count()).toBe(4);
  // The same tick a second time, from a page that is no longer true.
  await expect(importBills(books.accountant, { ...input(text), expected: 0, ticked })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await count()).toBe(4);

  await books.db.update(bills).set({ state: "rejected" }).where(sql`amount = 71`);
  expect((await previewImport(books.clerk, input(text))).bills.map(({ state }) => state)).toEqual([
    ...["held-back", "held-back", "ready"],
  ]);
});

test("of two rows without a number that say the same, the second is held back, and so is the likeness of a numbered one", async () => {
  const { vendor, account } = names;
  const row = (number: string, amount: string) =>
    `${vendor},${number},2026-06-01,,${account},,,,,${amount},,,`;
  const text = file(row("", "80.00"), row("", "80.00"), row("", "81.00"), row("ROW-81", "81.00"));
  const { bills: planned, ready } = await previewImport(books.clerk, input(text));
  expect(ready).toBe(2);
  expect(planned.map(({ state, repeats }) => [state, repeats])).toEqual([
    ["ready", null],
    ["held-back", { entered: 0, row: 2 }],
    ["held-back", { entered: 0, row: 5 }],
    ["ready", null],
  ]);
  const ticked = [{ row: 3, entered: 0 }];
  expect(await importBills(books.clerk, { ...input(text), expected: 2, ticked })).toEqual({ entered: 3 });
  expect(await books.db.$count(bills, sql`amount = 80`)).toBe(2);
});

test("a bill that says nearly the same as an entered one is warned of, and entered", async () => {
  const { vendor, account } = names;
  const row = (number: string, date: string, amount: string) =>
    `${vendor},${number},${date},,${account},,,,,${amount},,,`;
  const first = file(row("NEAR-007", "2026-07-01", "90.00"));
  await importBills(books.clerk, { ...input(first), expected: 1 });
  const text = file(
    row("near 7", "2026-09-01", "91.00"),
    row("NEAR007", "2026-09-01", "92.00"),
    row("", "2026-07-03", "90.00"),
    row("FAR-1", "2026-07-20", "90.00"),
  );
  const preview = await previewImport(books.clerk, input(text));
  expect(preview).toMatchObject({ ready: 4, entered: 0 });
  expect(preview.bills.map(({ warnings }) => warnings.map(({ other }) => other?.invoiceNumber))).toEqual([
    ...[[], ["NEAR-007"], ["NEAR-007"], []],
  ]);
  expect(preview.bills[2]?.warnings).toMatchObject([
    { level: "warning", message: expect.stringContaining("the same amount, and nearly the same date") },
  ]);
});

test("an approver may not, and another organisation's company file is not found", async () => {
  const text = file(`${names.vendor},X-1,2026-11-02,,${names.account},,,,,10.00,,,`);
  await expect(previewImport(books.ann, input(text))).rejects.toMatchObject({ code: "forbidden" });
  const orgId = await createOrganisation(books.db, "Other books");
  const clerk = await createPerson(books.db, orgId, { name: "Other Clerk", roles: ["clerk"] });
  await expect(previewImport(clerk, input(text))).rejects.toMatchObject({ code: "not-found" });
});
