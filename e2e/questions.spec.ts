import type { Locator, Page } from "@playwright/test";
import { newNumber } from "./fixtures/bill-form";
import { approve, panel, press } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const box = (page: Page) => page.getByLabel("Comment or question");
const comments = (page: Page) => panel(page, "Questions and comments").getByRole("listitem");

/** Types and takes what was typed before the browser has drawn anything in between, as quick fingers do. */
async function typeAndEnter(input: Locator, text: string): Promise<void> {
  await input.focus();
  await input.evaluate((node, typed) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
    set?.call(node, typed);
    node.dispatchEvent(new Event("input", { bubbles: true }));
    node.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  }, text);
}

/** Takes the name that is offered and goes on typing at once, over the next frames. */
async function enterAndType(area: Locator, text: string): Promise<void> {
  await area.evaluate(async (node, typed) => {
    node.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    // A key comes after what the one before it set off in React, which is a microtask.
    await Promise.resolve();
    for (const letter of typed) {
      document.execCommand("insertText", false, letter);
      await new Promise(requestAnimationFrame);
    }
  }, text);
}

test("a clerk asks somebody with @, who answers, and is asked to approve as well", async ({
  as,
  complaints,
  data,
}) => {
  const billId = await data.submittedBill(newNumber("ASK"));
  const elena = await as("Elena");
  complaints.expect(/status of 404/);
  await elena.goto(`/bills/${billId}`);
  await expect(elena.getByRole("heading", { name: "This does not exist, or not any more" })).toBeVisible();

  // By the keyboard alone: "@", a few letters, the arrows, Enter; Ctrl Enter sends.
  const clerk = await as("Joy");
  await clerk.goto(`/bills/${billId}`);
  await untilHydrated(box(clerk));
  await box(clerk).focus();
  await clerk.keyboard.type("Is this for the clubhouse, @e");
  await expect(clerk.getByRole("option", { name: "Elena Sorensen" })).toBeVisible();
  await clerk.keyboard.type("le");
  await expect(clerk.getByRole("option")).toHaveCount(1);
  await enterAndType(box(clerk), "or the marina?");
  await expect(box(clerk)).toHaveValue("Is this for the clubhouse, @Elena Sorensen or the marina?");
  await clerk.keyboard.press("Control+Enter");
  await expect(comments(clerk)).toHaveCount(1);
  await expect(comments(clerk)).toContainText("Joy Castillo asked Elena Sorensen");
  await expect(box(clerk)).toHaveValue("");

  // The mention let her in; she is asked nothing that she could sign.
  await elena.goto(`/bills/${billId}`);
  await expect(comments(elena)).toContainText("or the marina?");
  await expect(elena.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
  await untilHydrated(box(elena));
  await box(elena).fill("The marina.");
  await press(elena.getByRole("button", { name: "Send" }));
  // The clerk's open page shows the answer by itself.
  await expect(comments(clerk).last()).toContainText("The marina.");
  const timeline = panel(clerk, "Timeline").filter({ visible: true });
  await timeline.getByRole("tab", { name: /Comments/ }).click();
  await expect(timeline.getByRole("listitem")).toHaveCount(2);
  await expect(timeline).not.toContainText("submitted revision 1");

  const marcus = await as("Marcus");
  await marcus.goto(`/bills/${billId}`);
  await press(marcus.getByRole("button", { name: "Add an approver" }));
  const dialog = marcus.getByRole("dialog", { name: "Add an approver" });
  await untilHydrated(dialog.getByLabel("Who"));
  await typeAndEnter(dialog.getByLabel("Who"), "Elena");
  await dialog.getByLabel("Note").fill("You know the site.");
  await dialog.getByRole("button", { name: "Ask them" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel(marcus, "Approval")).toContainText("Added by Marcus Bell");
  await approve(marcus, billId);
  expect(await data.recordOf(billId)).toMatchObject({ state: "in_approval" });
  await expect(elena.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await approve(elena, billId);
  expect(await data.recordOf(billId)).toMatchObject({ state: "approved" });
});

test("an Admin changes how bills are approved, and the people see it", async ({ as, data }) => {
  const billId = await data.submittedBill(newNumber("SET"));
  const admin = await as("Dana");
  await admin.goto(`/bills/${billId}`);
  await expect(admin.getByRole("button", { name: "Override" })).toBeVisible();
  await admin.goto("/settings/approvals");
  await expect(admin.getByLabel(/^Amount, vendor, invoice number and lines/)).toBeDisabled();
  const mayOverride = admin.getByLabel("Admins may override the workflow");
  await untilHydrated(mayOverride);
  await mayOverride.uncheck();
  await admin.getByLabel("Remind approvers after").fill("99");
  await press(admin.getByRole("button", { name: "Save" }));
  await expect(admin.getByText("Enter at most 60 days.")).toBeVisible();
  await expect(mayOverride).not.toBeChecked();
  await admin.getByLabel("Remind approvers after").fill("5");
  await press(admin.getByRole("button", { name: "Save" }));
  await expect(admin.getByText("The settings are saved")).toBeVisible();
  await admin.goto(`/bills/${billId}`);
  await expect(panel(admin, "Approval")).toBeVisible();
  await expect(admin.getByRole("button", { name: "Override" })).toHaveCount(0);

  const accounting = await as("Priya");
  await accounting.goto("/inbox");
  await expect(accounting.getByRole("link", { name: "Approval settings" })).toHaveCount(0);

  await admin.goto("/settings/approvals");
  await untilHydrated(mayOverride);
  await mayOverride.check();
  await press(admin.getByRole("button", { name: "Save" }));
  await expect(admin.getByText("The settings are saved")).toBeVisible();
  await admin.goto(`/bills/${billId}`);
  await press(admin.getByRole("button", { name: "Override" }));
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("button", { name: "Reject anyway" }).click();
  await expect(dialog).toContainText("Say why you reject it.");
  await dialog.getByLabel("Note").fill("Not ours");
  await dialog.getByRole("button", { name: "Reject anyway" }).click();
  await expect(panel(admin, "Approval")).toContainText(
    "Dana Whitfield rejected it, overriding the workflow.",
  );
});
