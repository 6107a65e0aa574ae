import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { billDocuments } from "@/db/schema";
import { approveBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { approveNow, askInTurn, billOf, rowOf } from "@/lib/testing/bills";
import { bytesOf } from "@/lib/testing/bytes-of";
import { pdfText } from "@/lib/testing/pdf-text";
import { useBooks } from "@/lib/testing/use-books";
import { exportBillRecord, exportPeriodRecord } from "./export-record";

const books = useBooks();
let billId: string;
const FILE = "ab".repeat(32);

beforeAll(async () => {
  await askInTurn(books, books.ann, books.bob);
  ({ billId } = await saveBill(
    books.clerk,
    billOf(books, { invoiceNumber: "INV-77", memo: "Café, “quoted”" }),
  ));
  await books.db.insert(billDocuments).values({
    ...{ orgId: books.orgId, billId, name: "invoice 77.pdf", contentType: "application/pdf", size: 48_213 },
    ...{ hash: FILE, addedBy: books.clerk.userId },
  });
  await submitBill(books.clerk, { billId });
  await approveNow(books, books.ann, billId, { note: "Checked against the delivery" });
  const { version } = await rowOf(books, billId);
  await approveBill(books.admin, { billId, version, override: true, note: "Bob is ill" });
  await unapproveBill(books.accountant, { billId, reason: "The wrong job" });
});

const plain = (sheets: string[]): string => sheets.join(" ").replace(/\s+/g, " ");

test("a bill's sheets say who approved what and when, and prove it with whole hashes", async () => {
  const bytes = await bytesOf((await exportBillRecord(books.accountant, { billId, format: "pdf" })).body);
  const sheets = await pdfText(bytes);
  const text = plain(sheets);
  for (const words of [
    ...[
      "Cascade Lumber · INV-77",
      "$150.00 · now draft",
      `bill ${billId}`,
      "Café, “quoted”",
      "Clean-up",
      "100.00",
    ],
    ...[
      "Ann Approver Approved",
      "Checked against the delivery",
      "Alice Admin Approved (override)",
      "Bob is ill",
    ],
    ...["invoice 77.pdf (48,213 bytes)", FILE, "took the approval back", "“The wrong job”"],
    ...["taken out by", "Page 1"],
  ]) {
    expect(text).toContain(words);
  }
  const { rows } = await books.db.execute<{ hash: string; at: string; name: string }>(sql`
    select hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as at, name from audit_events
    where subject = ${billId} and name <> 'record.exported'
    union all select hash, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), 'revision'
    from bill_revisions where bill_id = ${billId}`);
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["bill.signed", "revision"]));
  for (const { hash, at } of rows) {
    expect(text).toContain(hash);
    expect(text).toContain(at);
  }
  expect(sheets.map((sheet) => /Page (\d+)/.exec(sheet)?.[1])).toEqual(
    sheets.map((_, index) => `${index + 1}`),
  );
});

test("a period's sheets end with what changed in the settings; an empty one says so", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const period = { from: "2026-01-01", to: today, format: "pdf" } as const;
  const bytes = await bytesOf((await exportPeriodRecord(books.admin, period)).body);
  const sheets = await pdfText(bytes);
  expect(plain(sheets.slice(0, -1))).toContain("Cascade Lumber · INV-77");
  expect(plain(sheets.slice(-1))).toMatch(
    /What changed in the settings .* took out the record of 2026-01-01 to/,
  );
  const none = { ...period, from: "2020-01-01", to: "2020-12-31" };
  const empty = plain(await pdfText(await bytesOf((await exportPeriodRecord(books.admin, none)).body)));
  expect(empty).toContain("Nothing was written down in these days.");
});
