import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { bills, vendors } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { askInTurn, type BillFormInput, billOf, submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { readBill } from "./bill-views";
import { checkDraft } from "./check-draft";
import { saveBill } from "./save-bill";
import { submitBill } from "./submit-bill";

const books = useBooks();
let serial = 0;
beforeAll(async () => {
  await askInTurn(books, books.ann);
});

async function newVendor(): Promise<string> {
  serial += 1;
  const name = `Atlas ${serial}`;
  const { connectionId } = books.ledger;
  const [row] = await books.db
    .insert(vendors)
    .values({ connectionId, listId: name, name, fullName: name })
    .returning({ id: vendors.id });
  if (!row) throw new Error("the vendor was not stored");
  return row.id;
}
const others = async (draft: Partial<BillFormInput>) =>
  (await checkDraft(books.clerk, billOf(books, draft))).filter(({ other }) => other);
const numbersOf = async (draft: Partial<BillFormInput>) =>
  (await others(draft)).map(({ other }) => other?.invoiceNumber);

test("the same number, and nearly the same, is told with the other bill and the way to it", async () => {
  const vendorId = await newVendor();
  const { billId } = await saveBill(books.clerk, billOf(books, { vendorId, invoiceNumber: "INV-0042" }));
  const [same, ...more] = await others({ vendorId, invoiceNumber: "inv-0042" });
  expect(more).toEqual([]);
  expect(same).toMatchObject({
    level: "warning",
    field: "invoiceNumber",
    message: "There is another bill from this vendor with the number inv-0042.",
    fixes: [{ kind: "open", billId }],
    other: {
      ...{ vendor: `Atlas ${serial}`, invoiceNumber: "INV-0042", billDate: "2026-11-02", amount: "150.00" },
      ...{ currency: null, state: "draft" },
    },
  });
  expect(await others({ vendorId, invoiceNumber: "00INV 0042" })).toMatchObject([
    { message: expect.stringContaining("dashes, zeros or capitals"), fixes: [{ billId }] },
  ]);
  expect(await numbersOf({ vendorId: await newVendor(), invoiceNumber: "INV-0042" })).toEqual([]);
});

test("the same amount within five days is told; another day, another amount, or nothing at all is not", async () => {
  const vendorId = await newVendor();
  await saveBill(books.clerk, billOf(books, { vendorId, invoiceNumber: "A-1", billDate: "2026-11-10" }));
  const numbers = (change: Partial<BillFormInput>) =>
    numbersOf({ vendorId, invoiceNumber: "B-7", billDate: "2026-11-10", ...change });
  expect(await numbers({})).toEqual(["A-1"]);
  expect(await numbers({ invoiceNumber: "" })).toEqual(["A-1"]);
  expect(await numbers({ billDate: "2026-11-15" })).toEqual(["A-1"]);
  expect(await numbers({ billDate: "2026-11-16" })).toEqual([]);
  expect(await numbers({ billDate: "" })).toEqual([]);
  expect(await numbers({ amount: "150.01" })).toEqual([]);
  expect(await numbers({ amount: "0", lines: [] })).toEqual([]);
});

test("a bill that exists in QuickBooks alone counts; a rejected, voided or deleted one does not", async () => {
  const vendorId = await newVendor();
  const { billId } = await saveBill(books.clerk, billOf(books, { vendorId, invoiceNumber: "QB-1" }));
  const stand = (change: Partial<typeof bills.$inferInsert>) =>
    books.db.update(bills).set(change).where(eq(bills.id, billId));
  await stand({ enteredBy: null, state: "paid" });
  expect((await others({ vendorId, invoiceNumber: "QB-1" })).map(({ other }) => other?.state)).toEqual([
    "paid",
  ]);
  for (const state of ["rejected", "voided", "deleted"]) {
    await stand({ state });
    expect(await numbersOf({ vendorId, invoiceNumber: "QB-1" })).toEqual([]);
  }
});

test("a bill is not held against itself, and a settled one not against others", async () => {
  const vendorId = await newVendor();
  const { billId } = await saveBill(books.clerk, billOf(books, { vendorId, invoiceNumber: "S-1" }));
  expect(await numbersOf({ billId, version: 1, vendorId, invoiceNumber: "S-1" })).toEqual([]);
  await saveBill(books.clerk, billOf(books, { vendorId, invoiceNumber: "S1" }));
  const told = async () =>
    (await readBill(books.clerk, { billId })).checks.flatMap(({ other }) => other?.invoiceNumber ?? []);
  expect(await told()).toEqual(["S1"]);
  await books.db.update(bills).set({ state: "paid" }).where(eq(bills.id, billId));
  expect(await told()).toEqual([]);
});

test("an approver is told of the other bill too, and led to it only where they may see it", async () => {
  const vendorId = await newVendor();
  const { billId: hidden } = await saveBill(
    books.clerk,
    billOf(books, { vendorId, invoiceNumber: "T-1", billDate: "2026-11-02" }),
  );
  const asked = await submittedBill(books, { vendorId, invoiceNumber: "T1" });
  const seenBy = async (actor: Actor) =>
    (await readBill(actor, { billId: asked })).checks.flatMap(({ other, fixes }) =>
      other ? [[other.invoiceNumber, fixes.length]] : [],
    );
  expect(await seenBy(books.ann)).toEqual([["T-1", 0]]);
  expect(await seenBy(books.accountant)).toEqual([["T-1", 1]]);
  await submitBill(books.clerk, { billId: hidden });
  expect(await seenBy(books.ann)).toEqual([["T-1", 1]]);
});
