import type { Page } from "@playwright/test";
import { newNumber } from "./fixtures/bill-form";
import { openRow, panel, press } from "./fixtures/bill-page";
import { openPage } from "./fixtures/open-page";
import { expect, test } from "./fixtures/story";

/** The errors about one bill, as the button at the top left lists them; the list is closed again. */
async function errorsAtTopLeft(page: Page, number: string, count: number): Promise<string[]> {
  await press(page.getByRole("button", { name: /sync errors/i }).first());
  const list = page.getByRole("dialog", { name: "Sync errors" });
  const cards = list.getByRole("article").filter({ hasText: number });
  await expect(cards).toHaveCount(count);
  const words = await cards.allInnerTexts();
  await list.press("Escape");
  await expect(list).toBeHidden();
  return words;
}

test("a bill that QuickBooks refuses in three runs is told of, put back with a button, and goes", async ({
  as,
  data,
  quickBooks,
}) => {
  // What waits from before would take the refusals that are meant for this bill.
  await quickBooks.run();
  const number = newNumber("REF");
  const billId = await data.approvedBill(number);
  const words = `There was an error when saving a Bill. QuickBooks error message: ${number} is not welcome.`;

  const accounting = await as("Priya");
  const row = await openRow(accounting, "payables", number);
  for (const attempt of [1, 2, 3]) {
    quickBooks.company.refuseNext({ request: "BillAdd", code: 3210, message: words });
    await quickBooks.run();
    expect(await data.recordOf(billId)).toMatchObject({ attempts: attempt });
    const cards = await errorsAtTopLeft(accounting, number, attempt);
    for (const card of cards) expect(card).toContain(words);
    expect(cards.join("\n")).toMatch(
      new RegExp(attempt < 3 ? `attempt ${attempt} of 3` : "attempt 3 of 3; removed from the queue", "i"),
    );
  }
  expect(quickBooks.bills(number)).toEqual([]);

  const approver = await as("Marcus");
  await approver.goto(`/bills/${billId}`);
  await expect(panel(approver, "QuickBooks")).toBeVisible();
  await expect(approver.getByRole("button", { name: /sync errors/i })).toHaveCount(0);
  await expect(approver.locator("body")).not.toContainText("is not welcome");
  await expect(approver.getByRole("button", { name: /put back/i })).toHaveCount(0);

  await press(row.getByRole("button", { name: "Put back into the sync queue" }));
  await expect(row.getByRole("img", { name: "Waiting to sync to QuickBooks" })).toBeVisible();
  expect(await data.recordOf(billId)).toMatchObject({ job: "waiting", attempts: 0 });
  await quickBooks.run();
  await expect(row.getByRole("img", { name: "Linked with QuickBooks" })).toBeVisible();
  expect(quickBooks.bill(number).fields.RefNumber).toBe(number);
  await openPage(accounting, "/sync");
  await expect(accounting.getByRole("article").filter({ hasText: number })).toHaveCount(0);
});
