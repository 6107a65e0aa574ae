import type { Page } from "@playwright/test";
import { newNumber } from "./fixtures/bill-form";
import { approve, changeDueDate, press, signatures } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

/** A list of the bills of this story alone, all of them in approval. */
async function openList(page: Page, story: string): Promise<void> {
  await page.goto(`/approvals?show=all&q=${encodeURIComponent(story)}`);
  await expect(page.getByRole("heading", { name: "Approvals", level: 1 })).toBeVisible();
}

test("several bills are approved at once: a summary before, and what became of each after", async ({
  as,
  data,
}) => {
  const story = newNumber("BULK");
  const [first, second, later, changed] = ["a", "b", "c", "d"].map((part) => `${story}${part}`) as [
    string,
    string,
    string,
    string,
  ];
  const ids: Record<string, string> = {};
  for (const number of [first, second, changed])
    ids[number] = await data.submittedBill(number, [
      { account: "Job Materials", amount: "120.00", about: "Delivered" },
    ]);
  // From 2,500 on, Elena is asked after Marcus.
  ids[later] = await data.submittedBill(later, [
    { account: "Job Materials", amount: "8400.00", about: "Delivered" },
  ]);

  const marcus = await as("Marcus");
  await openList(marcus, story);
  await press(marcus.getByRole("checkbox", { name: "Choose all bills of this page" }));
  await expect(marcus.getByRole("region", { name: "Chosen bills" })).toContainText("4 chosen");

  // Meanwhile the clerk changes one of them: what Marcus chose is the version that he looked at.
  await changeDueDate(await as("Joy"), ids[changed] ?? "", "2026-12-24");

  await press(marcus.getByRole("button", { name: "Approve 4" }));
  const sheet = marcus.getByRole("dialog", { name: "Approve 3 bills" });
  await expect(sheet).toContainText("$8,640.00 in all");
  await expect(sheet.getByRole("region", { name: "By vendor" })).toContainText("Bayside Concrete");
  const waits = sheet.getByRole("region", { name: /then waiting for others/ });
  await expect(waits).toContainText(later);
  await expect(waits).toContainText("Then Elena Sorensen");
  await expect(sheet.getByRole("region", { name: /Changed since this list was loaded/ })).toContainText(
    changed,
  );
  await sheet.getByRole("button", { name: "Approve 3 bills" }).click();

  const told = marcus.getByRole("dialog", { name: "3 of 4 bills approved" });
  await expect(told).toContainText("Waits for Elena Sorensen");
  await expect(told.getByRole("region", { name: /not approved/ })).toContainText(changed);
  await told.getByRole("button", { name: "Close" }).last().click();
  await expect(told).toBeHidden();
  expect((await data.recordOf(ids[first] ?? "")).state).toBe("approved");
  expect((await data.recordOf(ids[second] ?? "")).job).toBe("waiting");
  expect((await data.recordOf(ids[later] ?? "")).state).toBe("in_approval");
  expect((await data.recordOf(ids[changed] ?? "")).state).toBe("in_approval");

  const elena = await as("Elena");
  await approve(elena, ids[later] ?? "");
  expect((await data.recordOf(ids[later] ?? "")).state).toBe("approved");
});

test("on a phone, bills are chosen with the thumb and approved together", { tag: "@phone" }, async ({
  as,
  data,
}) => {
  const story = newNumber("TAPS");
  const numbers = [`${story}a`, `${story}b`];
  const ids: string[] = [];
  for (const number of numbers) ids.push(await data.submittedBill(number));
  const page = await as("Marcus");
  await openList(page, story);
  for (const number of numbers)
    await press(page.getByRole("checkbox", { name: new RegExp(number) }).filter({ visible: true }));
  await press(page.getByRole("button", { name: "Approve 2" }));
  await page.getByRole("button", { name: "Approve 2 bills" }).tap();
  await expect(page.getByRole("dialog", { name: "2 of 2 bills approved" })).toBeVisible();
  for (const id of ids) expect((await data.recordOf(id)).state).toBe("approved");
});

/** A page that hears nothing of what others do, as behind a proxy that holds streams back. */
async function deaf(page: Page): Promise<Page> {
  await page.route("**/api/live**", () => undefined);
  return page;
}

const verdict = (page: Page) => page.getByRole("button", { name: "Approve", exact: true });
const notice = (page: Page) => page.getByRole("alert").filter({ hasText: "Look again" });

test("who comes too late is told what was done meanwhile, and by whom", async ({ as, data }) => {
  const twice = await data.submittedBill(newNumber("TWICE"), [
    { account: "Job Materials", amount: "2600.00", about: "Delivered" },
  ]);
  const marcus = await as("Marcus");
  const window2 = await deaf(await as("Marcus"));
  await window2.goto(`/bills/${twice}`);
  await expect(verdict(window2)).toBeVisible();
  await approve(marcus, twice);
  await press(verdict(window2));
  await expect(notice(window2)).toContainText("You have given your verdict on this bill already");
  await expect(signatures(window2)).toHaveCount(1);

  const overtaken = await data.submittedBill(newNumber("LATE"));
  await window2.goto(`/bills/${overtaken}`);
  await expect(verdict(window2)).toBeVisible();
  const dana = await as("Dana");
  await dana.goto(`/bills/${overtaken}`);
  await press(dana.getByRole("button", { name: "Override" }));
  await dana.getByRole("dialog").getByRole("button", { name: "Approve anyway" }).click();
  await expect(signatures(dana)).toHaveCount(1);
  await press(verdict(window2));
  await expect(notice(window2)).toContainText("Dana Whitfield gave the last approval meanwhile");
  await expect(verdict(window2)).toHaveCount(0);

  const changed = await data.submittedBill(newNumber("FRESH"));
  await window2.goto(`/bills/${changed}`);
  await expect(verdict(window2)).toBeVisible();
  await changeDueDate(await as("Joy"), changed, "2026-12-24");
  await press(verdict(window2));
  const told = window2.getByRole("alert").filter({ hasText: "Joy Castillo changed the bill" });
  await expect(told).toContainText("Dec 24, 2026");
  await press(told.getByRole("button", { name: "Look again" }));
  await press(verdict(window2));
  await expect.poll(async () => (await data.recordOf(changed)).state).toBe("approved");
});
