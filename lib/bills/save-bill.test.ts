import { beforeEach, describe, expect, test } from "vitest";
import { saveSettings } from "@/lib/orgs/settings";
import { approveNow, askInTurn, billOf, editBill, rowOf, submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { readBill } from "./bill-views";
import { saveBill } from "./save-bill";

const books = useBooks();
beforeEach(async () => {
  await askInTurn(books, books.ann, books.bob);
});

const restarting = (coding: boolean) =>
  books.db.transaction((tx) =>
    saveSettings(tx, books.orgId, {
      restartsApproval: { dates: true, coding, documents: true, memo: false },
    }),
  );
const reverseLines = (billId: string) =>
  editBill(books, books.clerk, billId, ({ lines }) => ({ lines: lines.toReversed() }));
const read = (billId: string) => readBill(books.clerk, { billId });

describe("saving a bill as it is", () => {
  test.each(["in approval", "in the inbox"])("leaves it the version that it is, %s", async (where) => {
    const { billId } =
      where === "in approval"
        ? { billId: await submittedBill(books) }
        : await saveBill(books.clerk, billOf(books));
    const before = { row: await rowOf(books, billId), bill: await read(billId) };
    await editBill(books, books.clerk, billId, () => ({}));
    expect({ row: await rowOf(books, billId), bill: await read(billId) }).toEqual(before);
  });

  test("takes no approval away from whoever has it on the screen", async () => {
    const billId = await submittedBill(books);
    const { version } = await rowOf(books, billId);
    const saved = await saveBill(books.clerk, {
      ...{ ...billOf(books), billId, version, invoiceNumber: (await read(billId)).content.invoiceNumber },
      lines: (await read(billId)).content.lines.map(({ account, item, class: of, customer, ...line }) => ({
        ...{ ...line, accountId: account?.id, itemId: item?.id, classId: of?.id, customerId: customer?.id },
      })),
    });
    expect(saved).toEqual({ billId, version });
    expect(await approveNow(books, books.ann, billId)).toEqual({ state: "in_approval" });
  });
});

describe("another order of the lines", () => {
  const sentence = { sentence: "Carl Clerk changed the bill" };
  const changes = [{ field: "Order of the lines", from: "1, 2", to: "2, 1" }];

  test("is another revision, which the signatures count for where coding does not start approval again", async () => {
    await restarting(false);
    const billId = await submittedBill(books);
    await approveNow(books, books.ann, billId);
    await reverseLines(billId);
    const { revisions, round, timeline, content } = await read(billId);
    expect(revisions.map((revision) => revision.number)).toEqual([1, 2]);
    expect(round).toBe(1);
    expect(content.lines.map(({ description }) => description)).toEqual(["Lumber", "Clean-up"]);
    expect(timeline).toContainEqual(expect.objectContaining({ ...sentence, changes }));
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
  });

  test("starts approval again where coding does", async () => {
    await restarting(true);
    const billId = await submittedBill(books);
    await reverseLines(billId);
    expect((await read(billId)).revisions.map(({ round }) => round)).toEqual([1, 2]);
  });

  test("is told of a draft too", async () => {
    const { billId } = await saveBill(books.clerk, billOf(books));
    await reverseLines(billId);
    expect((await read(billId)).timeline[0]).toMatchObject({ ...sentence, changes });
    expect(await rowOf(books, billId)).toMatchObject({ version: 2 });
  });
});
