import { expectAccessible } from "./fixtures/accessible";
import { newNumber } from "./fixtures/bill-form";
import { signatures } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

test("the approver's day without a mouse: search, choose, approve, reject, next, edit, help", async ({
  as,
  data,
}) => {
  const story = newNumber("KEY");
  const ids: string[] = [];
  for (const part of ["a", "b", "c", "d", "e"]) ids.push(await data.submittedBill(`${story}${part}`));
  const page = await as("Marcus");
  const stateOf = async (billId: string | undefined) => (await data.recordOf(billId ?? "")).state;
  await page.goto("/approvals");
  await untilHydrated(page.getByRole("checkbox", { name: /Choose all/ }));

  await page.keyboard.press("/");
  await page.keyboard.type(story);
  await expect(page).toHaveURL(new RegExp(story));
  await expect(page.getByRole("row").filter({ hasText: story })).toHaveCount(5);
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  // Two are chosen with x and approved together with a.
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Chosen bills" })).toContainText("2 chosen");
  await page.keyboard.press("a");
  const sheet = page.getByRole("dialog", { name: "Approve 2 bills" });
  const confirm = sheet.getByRole("button", { name: "Approve 2 bills" });
  await expect(confirm).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(confirm).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "2 of 2 bills approved" })).toBeVisible();
  await page.keyboard.press("Escape");
  const rows = page.getByRole("row").filter({ hasText: story });
  await expect(rows).toHaveCount(3);

  // The next is opened with Enter, and approved on its page with A, which goes on to the one after it.
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/bills\/[0-9a-f-]{36}$/);
  const opened = page.url();
  await untilHydrated(page.getByRole("button", { name: "Approve", exact: true }));
  await page.keyboard.press("A");
  await expect(page).not.toHaveURL(opened);
  expect(await stateOf(opened.split("/").at(-1))).toBe("approved");

  // j and k walk the queue.
  await untilHydrated(page.getByRole("button", { name: "Approve", exact: true }));
  const second = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(second);
  await untilHydrated(page.getByRole("button", { name: "Approve", exact: true }));
  await page.keyboard.press("k");
  await expect(page).toHaveURL(second);

  // r asks for a note, and takes nothing without one.
  const rest = ids.at(-1) ?? "";
  await page.goto(`/bills/${rest}`);
  const button = page.getByRole("button", { name: "Approve", exact: true });
  await untilHydrated(button);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this bill" });
  await dialog.getByLabel("Note").press("Control+Enter");
  await expect(dialog).toContainText("Say why you reject it.");
  await expectAccessible(page);
  await page.keyboard.type("Ask them for a credit.");
  await page.keyboard.press("Control+Enter");
  await expect(signatures(page)).toHaveText([/Rejected.*Marcus Bell/]);
  expect(await stateOf(rest)).toBe("rejected");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Approve");
  await page.keyboard.press("Escape");

  // Whoever entered it opens it with e, and submits it again; it is Marcus's once more.
  const joy = await as("Joy");
  await joy.goto(`/bills/${rest}`);
  await untilHydrated(joy.getByRole("button", { name: "Re-submit" }));
  await joy.keyboard.press("e");
  await expect(joy).toHaveURL(/\/edit$/);
  await joy.goto(`/bills/${rest}`);
  const resubmit = joy.getByRole("button", { name: "Re-submit" });
  await untilHydrated(resubmit);
  await resubmit.press("Enter");
  await expect(joy.getByText("Round 2").first()).toBeVisible();
  await expect(button).toBeVisible();
  await page.keyboard.press("a");
  await expect(signatures(page)).toHaveCount(2);
  expect(await stateOf(rest)).toBe("approved");
});
