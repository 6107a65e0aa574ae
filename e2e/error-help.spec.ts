import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { newNumber } from "./fixtures/bill-form";
import { approve, openRow, panel, press, unapprove } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const ACCOUNT = "Interest Expense";

test("a refused bill leads to the help, the help to what happened, and a check to the fix", async ({
  as,
  data,
  quickBooks,
}) => {
  const number = newNumber("HLP");
  await quickBooks.run();
  // An amount of this story's own: a check would find another story's bill of the same amount alike.
  const billId = await data.approvedBill(number, [{ account: ACCOUNT, amount: "2613.47", about: "Loan" }]);

  // The bookkeeper makes the account inactive after the lists were read and before the bill arrives.
  await quickBooks.run({
    beforeCall: (step, { xml }) => {
      if (step === "ProcessRequest" && xml?.includes(number)) {
        quickBooks.company.makeInactive("Account", ACCOUNT);
      }
    },
  });
  expect(quickBooks.bills(number)).toEqual([]);
  expect(await data.recordOf(billId)).toMatchObject({ attempts: 1 });

  const accounting = await as("Priya");
  await accounting.goto("/inbox");
  await press(accounting.getByRole("button", { name: /sync errors?/i }).first());
  const card = accounting
    .getByRole("dialog", { name: "Sync errors" })
    .getByRole("article")
    .filter({ hasText: number });
  // QuickBooks says the ListID that it was sent; whose it is stands beneath.
  await expect(card).toContainText(`is ${ACCOUNT}`);
  await card.getByRole("link", { name: "3140", exact: true }).click();

  await accounting.waitForURL(/\/help\/sync-errors#code-3140$/);
  await expect(accounting.locator("#code-3140")).toBeInViewport();
  const search = accounting.getByRole("searchbox");
  await untilHydrated(search);
  await search.fill("made inactive while the bill waited");
  await expect(accounting.locator("#inactive-entry")).toBeVisible();
  await expect(accounting.locator("#code-3140")).toHaveCount(0);
  await search.fill("widget 4711");
  await expect(accounting.getByText("Nothing is written about this.")).toBeVisible();

  // The next run knows the account as inactive: the bill is held back, without an attempt.
  await quickBooks.run();
  expect(await data.recordOf(billId)).toMatchObject({ job: "blocked", attempts: 1 });
  await unapprove(accounting, billId, "The account is gone.");
  const checks = panel(accounting, "Checks");
  await expect(checks).toContainText(`Account ${ACCOUNT} is inactive in QuickBooks.`);
  await press(checks.getByRole("button", { name: "Pick another account" }));
  const account = checks.getByRole("combobox", { name: "Account" });
  await account.pressSequentially("Professional Fees");
  await account.press("Enter");
  await expect(checks).toContainText("Nothing stands against it");
  await press(accounting.getByRole("button", { name: "Submit for approval" }));
  // Round 2 began with the un-approval: the approvers are asked when it is submitted.
  await expect(panel(accounting, "Approval").getByText("Waiting")).toBeVisible();
  await approve(await as("Marcus"), billId);
  await approve(await as("Elena"), billId);

  await quickBooks.run();
  const row = await openRow(accounting, "payables", number);
  await expect(row.getByRole("img", { name: "Linked with QuickBooks" })).toBeVisible();
  expect(quickBooks.bill(number).expenseLines).toHaveLength(1);
  await expect(accounting.getByRole("article").filter({ hasText: number })).toHaveCount(0);

  quickBooks.company.makeInactive("Account", ACCOUNT, true);
});

test("a run is found by the number of a bill refused in it, with what was sent, and downloaded", async ({
  as,
  data,
  quickBooks,
}) => {
  const number = newNumber("HIS");
  await quickBooks.run();
  await data.approvedBill(number);
  const words = "There was an error when saving a Bill. QuickBooks error message: Not today.";
  quickBooks.company.refuseNext({ request: "BillAdd", code: 3175, message: words });
  await quickBooks.run();

  const accounting = await as("Priya");
  await accounting.goto(`/sync?tab=runs&errors=1&q=${number}`);
  const runs = accounting.getByRole("table", { name: "Runs" }).getByRole("row");
  await expect(runs).toHaveCount(2);
  await runs.nth(1).getByRole("link").click();
  await expect(panel(accounting, "1 error")).toContainText(words);
  await accounting.getByRole("link", { name: /Records to QuickBooks/ }).click();
  await expect(accounting.getByText(`<RefNumber>${number}</RefNumber>`)).toBeVisible();
  const downloading = accounting.waitForEvent("download");
  await accounting.getByRole("button", { name: "Download the run" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^countersign-run-.*\.json\.gz$/);
  const { run, messages } = JSON.parse(gunzipSync(await readFile(await download.path())).toString());
  expect(run).toMatchObject({ refused: 1 });
  expect(JSON.stringify(messages)).toContain(number);
  expect(JSON.stringify(messages)).not.toContain("Bayside Concrete");
});

test("the help says everything without scripts, to anybody, and searches on the server", async ({
  newPage,
}) => {
  const page = await newPage({ javaScriptEnabled: false });
  for (const [path, anchor] of [
    ["/help/sync-errors", "#code-3100"],
    ["/help/sync-errors", '[id="0x80040400"]'],
    ["/help/web-connector", "#QBWC1012"],
    ["/help/web-connector", "#remote-logged-off"],
  ] as const) {
    expect((await page.goto(path))?.status()).toBe(200);
    await expect(page.locator(anchor)).toBeVisible();
  }
  await page.goto("/help/web-connector?q=certificate");
  await expect(page.locator("#QBWC1048")).toBeVisible();
  await expect(page.locator("#QBWC1040")).toHaveCount(0);
});
