import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { QUICKBOOKS, record } from "@/lib/audit/record";
import { approveNow, askInTurn, type Books, openBooks, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { exportBillRecord, exportPeriodRecord, type RecordFile } from "./export-record";

let books: Books;
let billId: string;
beforeAll(async () => {
  books = await openBooks();
  await askInTurn(books, books.ann, books.bob);
  billId = await submittedBill(books, { invoiceNumber: "=HYPERLINK(1)", memo: "Café, “quoted”" });
  await approveNow(books, books.ann, billId);
  await approveNow(books, books.bob, billId);
});
afterAll(() => books.database.close());

async function bytesOf({ body }: RecordFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const today = new Date().toISOString().slice(0, 10);
const nextDay = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test("a bill's record as a table: a row an event, in order, and no formula in it", async () => {
  const file = await exportBillRecord(books.accountant, { billId, format: "csv" });
  expect(file).toMatchObject({ contentType: "text/csv; charset=utf-8" });
  const text = (await bytesOf(file)).toString("utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const rows = text.slice(1).trimEnd().split("\r\n");
  expect(rows[0]).toMatch(/^Vendor,Invoice number,Amount,Bill,No\./);
  expect(rows[1]).toContain(",'=HYPERLINK(1),");
  expect(rows.map((row) => /bill\.\w+/.exec(row)?.[0]).filter(Boolean)).toEqual([
    ...["bill.entered", "bill.submitted", "bill.signed", "bill.signed", "bill.approved", "bill.queued"],
  ]);
  expect(rows.at(-1)).toMatch(/,[0-9a-f]{64}$/);
});

test("as a document; that it was taken out is written down, and stands in the next one", async () => {
  const file = await exportBillRecord(books.admin, { billId, format: "pdf" });
  expect(file.name).toMatch(/^record-.*\.pdf$/);
  const bytes = await bytesOf(file);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.subarray(-6).toString()).toContain("%%EOF");
  const table = (await bytesOf(await exportBillRecord(books.admin, { billId, format: "csv" }))).toString();
  expect(table).toContain("took out the record of bill =HYPERLINK(1) as PDF");
});

test("a period holds the bills that something happened to in its days, in the organisation's zone", async () => {
  const other = await submittedBill(books, { invoiceNumber: "PERIOD-2" });
  const period = { from: dayBefore, to: nextDay, format: "csv" } as const;
  const text = (await bytesOf(await exportPeriodRecord(books.accountant, period))).toString();
  expect(text).toContain(billId);
  expect(text).toContain(other);
  const before = { from: "2020-01-01", to: "2020-12-31" };
  expect(
    (await bytesOf(await exportPeriodRecord(books.admin, { ...before, format: "csv" }))).toString().trimEnd(),
  ).toMatch(/^\uFEFFVendor,.*Hash$/);
  const empty = await bytesOf(await exportPeriodRecord(books.admin, { ...before, format: "pdf" }));
  expect(empty.subarray(0, 5).toString()).toBe("%PDF-");
  const sheets = await bytesOf(await exportPeriodRecord(books.admin, { ...period, format: "pdf" }));
  expect(sheets.length).toBeGreaterThan(empty.length);
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
    (await bytesOf(await exportBillRecord(actor, { billId: refused, format: "csv" }))).toString();
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
  expect((await bytesOf(await exportPeriodRecord(admin, period))).toString()).not.toContain(billId);
  await expect(
    exportPeriodRecord(books.admin, { from: today, to: dayBefore, format: "csv" }),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "to" }],
  });
});
