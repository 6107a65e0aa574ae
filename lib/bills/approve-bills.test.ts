import { beforeAll, expect, test } from "vitest";
import { approveNow, askInTurn, billOf, rowOf, submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { waitingSessions } from "@/lib/testing/waiting-sessions";
import { forecastApprovals } from "./approval-forecast";
import { approveBills } from "./approve-bills";
import { rejectBill } from "./give-verdict";
import { saveBill } from "./save-bill";
import { lockBill, saveRoute } from "./store";

const books = useBooks();
beforeAll(async () => {
  await askInTurn(books, books.ann, books.bob);
});

const chosen = async (billIds: string[]) =>
  Promise.all(billIds.map(async (billId) => ({ billId, version: (await rowOf(books, billId)).version })));

/** One bill of each fate for Bob, who is asked after Ann; with the versions that he looked at. */
async function fiveFates() {
  const last = await submittedBill(books);
  const first = await submittedBill(books);
  const changed = await submittedBill(books);
  const rejected = await submittedBill(books);
  for (const billId of [last, changed, rejected]) await approveNow(books, books.ann, billId);
  const bills = await chosen([last, first, changed, rejected]);
  await saveBill(books.clerk, billOf(books, { billId: changed, memo: "Another memo" }));
  const [{ version } = { version: 0 }] = await chosen([rejected]);
  await rejectBill(books.bob, { billId: rejected, version, note: "Twice" });
  return { last, first, changed, rejected, bills };
}

test("what would happen is said for each bill, and then happens, whatever becomes of the others", async () => {
  const { last, first, changed, rejected, bills } = await fiveFates();
  const forecast = await forecastApprovals(books.bob, { bills });
  expect(forecast.map(({ billId, outcome }) => [billId, outcome])).toEqual([
    [last, "approved"],
    [first, "refused"],
    // An edit starts the round again, so Bob is asked after Ann once more.
    [changed, "refused"],
    [rejected, "refused"],
  ]);
  expect(forecast.map(({ why }) => why)).toEqual([
    null,
    expect.stringContaining("not your turn"),
    expect.stringContaining("not your turn"),
    expect.stringContaining("not in a state"),
  ]);
  const results = await approveBills(books.bob, { bills });
  expect(results.map(({ billId, outcome, code }) => [billId, outcome, code])).toEqual([
    [last, "approved", null],
    [first, "refused", "not-your-turn"],
    [changed, "refused", "not-your-turn"],
    [rejected, "refused", "wrong-state"],
  ]);
  expect(await rowOf(books, last)).toMatchObject({ state: "approved", job: "waiting" });
  expect(await rowOf(books, first)).toMatchObject({ state: "in_approval", job: null });
});

test("a bill that others are asked about next says who; one that was changed is not approved unseen", async () => {
  const waits = await submittedBill(books);
  const changed = await submittedBill(books);
  const bills = await chosen([waits, changed]);
  await saveBill(books.clerk, billOf(books, { billId: changed, amount: "150.00", dueDate: "2026-12-24" }));
  expect(await forecastApprovals(books.ann, { bills })).toMatchObject([
    { outcome: "waits", waitsFor: ["Bob Approver"], vendor: "Cascade Lumber", amount: "150.00" },
    { outcome: "changed", waitsFor: [], why: null },
  ]);
  expect(await approveBills(books.ann, { bills })).toMatchObject([
    { billId: waits, outcome: "waits", waitsFor: ["Bob Approver"] },
    { billId: changed, outcome: "refused", code: "bill-changed" },
  ]);
  expect(await approveBills(books.ann, { bills: bills.slice(0, 1) })).toMatchObject([
    { outcome: "refused", code: "already-signed" },
  ]);
});

test("a bill that goes to somebody else meanwhile is refused, and what became of the others is told", async () => {
  const [held, gone] = [await submittedBill(books), await submittedBill(books)];
  const bills = await chosen([held, gone]);
  let approval: Promise<unknown> = Promise.resolve();
  await books.db.transaction(async (tx) => {
    // Ann's approval of the first waits for this transaction; the second goes to Bob.
    await lockBill(tx, books.orgId, held);
    approval = approveBills(books.ann, { bills });
    await expect.poll(() => waitingSessions(books.db), { timeout: 30_000 }).toBe(1);
    const bob = { userId: books.bob.userId, reason: "Every bill", addedBy: null };
    await saveRoute(tx, await lockBill(tx, books.orgId, gone), [{ ...bob, step: 1, stage: 1, need: "all" }]);
  });
  expect(await approval).toMatchObject([
    { billId: held, outcome: "waits", waitsFor: ["Bob Approver"] },
    { billId: gone, outcome: "refused", code: "not-asked" },
  ]);
});

test("a bill that may be another one entered twice is warned of", async () => {
  await askInTurn(books, books.admin);
  const one = await submittedBill(books, { invoiceNumber: "A-100", billDate: "2026-10-01" });
  await submittedBill(books, { invoiceNumber: "A100", billDate: "2026-10-01" });
  const [forecast] = await forecastApprovals(books.admin, { bills: await chosen([one]) });
  expect(forecast?.warnings.join(" ")).toContain("A100");
});
