import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { accounts, vendors } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { QUICKBOOKS, record } from "@/lib/audit/record";
import { readBill } from "@/lib/bills/bill-views";
import { enterAbsence } from "@/lib/orgs/enter-absence";
import { approveNow, askInTurn, submittedBill } from "@/lib/testing/bills";
import { bytesOf } from "@/lib/testing/bytes-of";
import { pdfText } from "@/lib/testing/pdf-text";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { exportBillRecord, exportPeriodRecord, type RecordFile } from "./export-record";

const books = useBooks();
let billId: string;
beforeAll(async () => {
  await askInTurn(books, books.ann, books.bob);
  billId = await submittedBill(books, { invoiceNumber: "=HYPERLINK(1)", memo: "Café, “quoted”" });
  await approveNow(books, books.ann, billId);
  await approveNow(books, books.bob, billId);
});

/** The rows of a CSV by their columns' names. */
const rowsOf = async ({ body }: RecordFile): Promise<Record<string, string>[]> =>
  parse(await bytesOf(body), { bom: true, columns: true });

const today = new Date().toISOString().slice(0, 10);
const nextDay = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test("a bill's record as a table: a row an event, in order, its chain in it, and no formula", async () => {
  const file = await exportBillRecord(books.accountant, { billId, format: "csv" });
  expect(file).toMatchObject({ contentType: "text/csv; charset=utf-8" });
  const bytes = await bytesOf(file.body);
  expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
  expect(bytes.toString()).toContain(",'=HYPERLINK(1),");
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  expect(rows.map((row) => row.Event)).toEqual([
    ...["bill.entered", "bill.submitted", "bill.signed", "bill.signed", "bill.approved", "bill.queued"],
  ]);
  expect(rows[0]).toMatchObject({
    ...{ About: "Bill", Vendor: "Cascade Lumber", Amount: "150.00", Bill: billId, "No.": "1" },
    ...{ Who: "Carl Clerk", "Previous hash": "0".repeat(64), "Revision hash": "" },
  });
  expect(rows.slice(1).map((row) => row["Previous hash"])).toEqual(rows.slice(0, -1).map((row) => row.Hash));
  const frozen = await books.db.execute<{ hash: string }>(
    sql`select hash from bill_revisions where bill_id = ${billId}`,
  );
  expect(rows[2]?.["Revision hash"]).toBe(frozen.rows[0]?.hash);
});

test("that the record was taken out is written down, and stands in the next one", async () => {
  const file = await exportBillRecord(books.admin, { billId, format: "pdf" });
  expect(file.name).toMatch(/^record-.*\.pdf$/);
  const rows = await rowsOf(await exportBillRecord(books.admin, { billId, format: "csv" }));
  expect(rows.map((row) => row["What happened"])).toContain(
    "Alice Admin took out the record of bill =HYPERLINK(1) as PDF",
  );
});

test("a period holds the bills that something happened to in its days, and what changed in the settings", async () => {
  const other = await submittedBill(books, { invoiceNumber: "PERIOD-2" });
  await enterAbsence(books.ann, {
    standInId: books.bob.userId,
    firstDay: "2998-01-01",
    lastDay: "2998-01-31",
  });
  await books.db.transaction((tx) =>
    record(tx, [
      {
        ...{ orgId: books.orgId, subject: books.orgId, ...QUICKBOOKS, at: new Date(), name: "entry.merged" },
        data: { list: "vendor", from: "Old Vendor", into: "New Vendor" },
      },
    ]),
  );
  const period = { from: dayBefore, to: nextDay, format: "csv" } as const;
  const rows = await rowsOf(await exportPeriodRecord(books.accountant, period));
  expect(new Set(rows.map((row) => row.Bill))).toEqual(new Set([billId, other, ""]));
  const settings = rows.filter((row) => row.About === "Settings");
  expect(settings.map((row) => row.Event)).toEqual(["absence.entered", "record.exported"]);
  expect(settings[0]).toMatchObject({
    Vendor: "",
    Who: "Ann Approver",
    Hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(rows.findIndex((row) => row.About === "Settings")).toBe(rows.length - settings.length);
  const before = { from: "2020-01-01", to: "2020-12-31" };
  expect(await rowsOf(await exportPeriodRecord(books.admin, { ...before, format: "csv" }))).toEqual([]);
});

test("a bill of a vendor in another currency says which, and at what rate", async () => {
  await books.db.execute(sql`
    update connections set preferences = preferences || '{"isMultiCurrencyOn": true, "homeCurrency": "US Dollar"}'`);
  const [vendor] = await books.db
    .insert(vendors)
    .values({
      ...{ connectionId: books.ledger.connectionId, name: "Holz Berlin", fullName: "Holz Berlin" },
      ...{ listId: "euro-vendor", currency: "Euro" },
    })
    .returning({ id: vendors.id });
  const [payable] = await books.db
    .insert(accounts)
    .values({
      ...{
        connectionId: books.ledger.connectionId,
        name: "A/P Euro",
        fullName: "A/P Euro",
        listId: "ap-euro",
      },
      ...{ accountType: "AccountsPayable", currency: "Euro" },
    })
    .returning({ id: accounts.id });
  const euros = await submittedBill(books, {
    ...{ vendorId: vendor?.id ?? "", apAccountId: payable?.id ?? "", exchangeRate: "1.08345" },
  });
  const rows = await rowsOf(await exportBillRecord(books.viewer, { billId: euros, format: "csv" }));
  expect(rows[0]).toMatchObject({ Amount: "150.00", Currency: "Euro", "Exchange rate": "1.08345" });
  expect(rows[0]?.["What happened"]).toBe("Carl Clerk entered the bill from Holz Berlin, 150.00 Euro");
  const sheets = await pdfText(
    await bytesOf((await exportBillRecord(books.viewer, { billId: euros, format: "pdf" })).body),
  );
  expect(sheets.join()).toContain("150.00 Euro at 1.08345");
  expect(sheets.join()).not.toContain("$");
  const { timeline } = await readBill(books.viewer, { billId: euros });
  expect(timeline.at(-1)?.sentence).toContain("150.00 Euro");
  const [home] = await rowsOf(await exportBillRecord(books.viewer, { billId, format: "csv" }));
  expect(home).toMatchObject({ Currency: "US Dollar", "Exchange rate": "" });
});

test("a Viewer reads QuickBooks' refusals in the record as little as on the bill's page", async () => {
  const refused = await submittedBill(books, { invoiceNumber: "REFUSED-1" });
  const message = "The account Secret Reserve is inactive.";
  await books.db.transaction((tx) =>
    record(tx, [
      {
        ...{ orgId: books.orgId, subject: refused, ...QUICKBOOKS, at: new Date(), name: "bill.refused" },
        data: { code: "3140", message, attempt: 1, removed: false },
      },
    ]),
  );
  const textFor = async (actor: Actor) =>
    (await bytesOf((await exportBillRecord(actor, { billId: refused, format: "csv" })).body)).toString();
  expect(await textFor(books.accountant)).toContain(message);
  const seen = await textFor(books.viewer);
  expect(seen).toContain("bill.submitted");
  expect(seen).not.toContain("Secret Reserve");
  expect(seen).not.toContain("bill.refused");
});

test("is refused to a clerk and an approver, and another organisation finds nothing", async () => {
  for (const actor of [books.clerk, books.ann]) {
    await expect(exportBillRecord(actor, { billId, format: "csv" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const orgId = await createOrganisation(books.db, "Other books");
  const admin = await createPerson(books.db, orgId, { name: "Other Admin", roles: ["admin"] });
  await expect(exportBillRecord(admin, { billId, format: "csv" })).rejects.toMatchObject({
    code: "not-found",
  });
  const period = { from: dayBefore, to: nextDay, format: "csv" } as const;
  expect((await bytesOf((await exportPeriodRecord(admin, period)).body)).toString()).not.toContain(billId);
  await expect(
    exportPeriodRecord(books.admin, { from: today, to: dayBefore, format: "csv" }),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "to" }],
  });
});
