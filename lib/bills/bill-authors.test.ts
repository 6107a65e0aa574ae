import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { saveSettings } from "@/lib/orgs/settings";
import { approveNow, askInTurn, editBill, rowOf, submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { addApprover } from "./add-approver";
import { readBill } from "./bill-views";
import { rejectBill } from "./give-verdict";
import { resubmitBill, submitBill } from "./submit-bill";
import { unapproveBill } from "./unapprove-bill";

const books = useBooks();
beforeEach(async () => {
  await books.db.execute(sql`delete from absences`);
  await askInTurn(books, books.ann);
  await books.db.transaction((tx) => saveSettings(tx, books.orgId, { mayApproveOwnBills: false }));
});

const asked = async (billId: string) =>
  (await readBill(books.admin, { billId })).steps.flatMap(({ approvers }) =>
    approvers.map(({ name }) => name),
  );
const anotherDate = (who: Actor, billId: string) =>
  editBill(books, who, billId, () => ({ dueDate: "2027-02-01" }));
const anotherMemo = (who: Actor, billId: string) => editBill(books, who, billId, () => ({ memo: "Mended" }));

/** Approved, taken back by Accounting, changed by them in this way, and submitted again, to them. */
async function takenBack(change: (who: Actor, billId: string) => Promise<void>): Promise<string> {
  const billId = await submittedBill(books);
  await approveNow(books, books.ann, billId);
  await unapproveBill(books.accountant, { billId, reason: "The amount is wrong" });
  await change(books.accountant, billId);
  await askInTurn(books, books.accountant);
  await submitBill(books.accountant, { billId });
  return billId;
}

describe("where nobody approves their own bills", () => {
  test("whoever takes an approved bill back and rewrites it may not approve what they wrote", async () => {
    const billId = await takenBack((who, id) =>
      editBill(books, who, id, ({ lines: [line] }) => ({
        ...{ amount: "9000.00", lines: line ? [{ ...line, amount: "9000.00" }] : [] },
      })),
    );
    expect(await asked(billId)).toEqual(["Alice Admin"]);
    await expect(approveNow(books, books.accountant, billId)).rejects.toMatchObject({ code: "own-bill" });
    await expect(addApprover(books.admin, { billId, userId: books.accountant.userId })).rejects.toMatchObject(
      { fields: [{ path: "userId" }] },
    );
    expect((await readBill(books.accountant, { billId })).allowed.approve).toBe(false);
    expect(await approveNow(books, books.admin, billId)).toEqual({ state: "approved" });
  });

  test("whoever only mended a memo may", async () => {
    const billId = await takenBack(anotherMemo);
    expect(await asked(billId)).toEqual(["Amy Accounting"]);
    expect(await approveNow(books, books.accountant, billId)).toEqual({ state: "approved" });
  });

  test("what was approved since is not held against them", async () => {
    const billId = await submittedBill(books);
    await anotherDate(books.accountant, billId);
    expect(await asked(billId)).toEqual(["Ann Approver"]);
    await approveNow(books, books.ann, billId);
    await unapproveBill(books.admin, { billId, reason: "Once more" });
    await askInTurn(books, books.accountant);
    await submitBill(books.admin, { billId });
    expect(await approveNow(books, books.accountant, billId)).toEqual({ state: "approved" });
  });

  test("an edit that starts approval again lets them out of the route, through later rounds too", async () => {
    await askInTurn(books, books.admin, books.ann);
    const billId = await submittedBill(books);
    await anotherDate(books.admin, billId);
    expect(await asked(billId)).toEqual(["Ann Approver"]);
    const { version } = await rowOf(books, billId);
    await rejectBill(books.ann, { billId, version, note: "No" });
    await resubmitBill(books.clerk, { billId });
    expect(await asked(billId)).toEqual(["Ann Approver"]);
    await expect(approveNow(books, books.admin, billId, { override: true })).rejects.toMatchObject({
      code: "own-bill",
    });
  });

  test("they stand in for nobody there", async () => {
    const billId = await submittedBill(books);
    await books.db.execute(sql`insert into absences (org_id, user_id, stand_in_id, first_day, last_day)
      values (${books.orgId}, ${books.ann.userId}, ${books.accountant.userId}, now()::date - 2, now()::date + 2)`);
    expect((await readBill(books.accountant, { billId })).allowed.approve).toBe(true);
    await anotherDate(books.accountant, billId);
    expect((await readBill(books.accountant, { billId })).allowed.approve).toBe(false);
  });
});

test("where people may, it makes no difference; once they may not, it counts", async () => {
  await books.db.transaction((tx) => saveSettings(tx, books.orgId, { mayApproveOwnBills: true }));
  await askInTurn(books, books.accountant);
  const billId = await submittedBill(books);
  await anotherDate(books.accountant, billId);
  expect((await readBill(books.accountant, { billId })).allowed.approve).toBe(true);
  await books.db.transaction((tx) => saveSettings(tx, books.orgId, { mayApproveOwnBills: false }));
  await expect(approveNow(books, books.accountant, billId)).rejects.toMatchObject({ code: "own-bill" });
});
