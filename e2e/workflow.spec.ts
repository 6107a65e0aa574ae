import type { Locator, Page } from "@playwright/test";
import { newNumber } from "./fixtures/bill-form";
import { approve, press } from "./fixtures/bill-page";
import { type FirstName, loginOf } from "./fixtures/logins";
import { openPage } from "./fixtures/open-page";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

/** Finds one more by typing; a chip stands for it then. */
async function pick(frame: Locator, label: string, name: string): Promise<void> {
  const box = frame.getByRole("combobox", { name: label, exact: true });
  await untilHydrated(box);
  const row = frame.page().getByRole("listbox").getByRole("option").first();
  // A menu that has just closed takes the cursor back to its button, and the list closes with it.
  await expect(async () => {
    await box.fill("");
    await box.pressSequentially(name);
    await expect(row).toContainText(name, { timeout: 10_000 });
  }).toPass();
  await box.press("Enter");
  await expect(frame.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
}

const rules = (page: Page): Locator => page.getByRole("list", { name: "Rules, read from top to bottom" });
const ruleNames = (page: Page): Locator => rules(page).getByRole("heading", { level: 3 });

/** Adds a condition to the rule that stands open. */
async function addCondition(rule: Locator, name: string): Promise<void> {
  await press(rule.getByRole("button", { name: "Add a condition" }));
  await rule.page().getByRole("menuitem", { name, exact: true }).click();
}

/** Holds somebody's own list to whether the bill waits for them. */
async function expectWaits(page: Page, number: string, waits: boolean): Promise<void> {
  await openPage(page, "/approvals");
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(waits ? 1 : 0);
}

test("an Admin writes the workflow, tries it, and applies it to the bills in approval", async ({
  apps,
  newPage,
}) => {
  const office = await apps.seeded();
  const number = newNumber("WF");
  const billId = await office.data.submittedBill(number);
  const enter = async (firstName: FirstName) => {
    const page = await newPage({ baseURL: office.baseURL });
    await signIn(page, loginOf(firstName));
    return page;
  };
  const [admin, elena, priya] = [await enter("Dana"), await enter("Elena"), await enter("Priya")];
  await expectWaits(elena, number, false);

  await admin.goto("/inbox");
  await admin.getByRole("link", { name: "Approval workflow" }).click();
  await expect(ruleNames(admin)).toHaveText(["Every bill", "From 2,500", "From 25,000"]);
  await press(admin.getByRole("button", { name: "Add a group" }));
  const group = admin.getByRole("dialog", { name: "Add a group" });
  await group.getByRole("textbox", { name: "Name" }).fill("Site");
  await pick(group, "People", "Elena Sorensen");
  await pick(group, "People", "Marcus Bell");
  await group.getByRole("button", { name: "Add the group" }).click();
  await expect(admin.getByRole("heading", { name: "Site", level: 3 })).toBeVisible();

  // Somebody else has the page open meanwhile, and has begun to change a rule.
  const other = await enter("Dana");
  await other.goto("/settings/workflow");
  await press(other.getByRole("button", { name: "Edit From 2,500" }));
  await other.getByRole("textbox", { name: "Total at least" }).fill("3,000");
  await expect(rules(other)).toContainText("Bills of $3,000 and more: then Elena Sorensen");

  await press(admin.getByRole("button", { name: "Add a rule" }));
  const rule = rules(admin)
    .getByRole("listitem")
    .filter({ has: admin.getByText("New rule") })
    .first();
  const save = admin.getByRole("button", { name: "Save…" });
  await save.click();
  await expect(admin.getByText("Give the rule a name.")).toBeVisible();
  await expect(admin.getByText("Choose at least one person or group.")).toBeVisible();
  await addCondition(rule, "Vendor");
  await pick(rule, "Vendor", "Bayside Concrete");
  await addCondition(rule, "Total");
  await rule.getByRole("textbox", { name: "and less than" }).fill("1,000");
  await rule.getByRole("radio", { name: "Replaces what stands above" }).check();
  const step = (at: number) => admin.getByRole("region", { name: `Step ${at}`, exact: true });
  await pick(step(1), "People and groups", "Priya Raman");
  await press(rule.getByRole("button", { name: "Add a step" }));
  await pick(step(2), "People and groups", "Site");
  await step(2)
    .getByRole("combobox", { name: "Asked" })
    .selectOption({ label: "at the same time as the step above" });
  await admin.getByRole("textbox", { name: "Name" }).fill("Concrete");
  await expect(rules(admin)).toContainText(
    "Bills of less than $1,000 from Bayside Concrete: instead of whom the rules above ask, Priya Raman, and at the same time any one of Site",
  );

  // Tried on the bill, before anything is saved.
  const preview = admin
    .locator("section")
    .filter({ has: admin.getByRole("heading", { name: "Who would approve" }) })
    .last();
  const bill = preview.getByRole("combobox", { name: "Bill" });
  await bill.focus();
  await bill.pressSequentially(number);
  await expect(admin.getByRole("listbox").getByRole("option").first()).toContainText(number);
  await bill.press("Enter");
  const asked = preview.getByRole("list", { name: "Who would be asked" });
  await expect(asked.getByRole("listitem").filter({ hasText: "Concrete" }).first()).toBeVisible();
  await expect(asked).toContainText("Priya Raman");
  await expect(asked).toContainText("at the same time");
  await expect(preview).toContainText("From 2,500 does not fit: the total is smaller");
  await expect(preview).toContainText("Every bill fits, and is replaced by a rule below");

  // Moved up and down again by keyboard alone.
  await admin.getByRole("button", { name: "Close Concrete" }).click();
  const handle = admin.getByRole("button", { name: "Move the rule Concrete" });
  await handle.focus();
  await admin.keyboard.press("Space");
  await expect(admin.getByText("Concrete would stand at place 4 of 4.")).toBeAttached();
  await admin.keyboard.press("ArrowUp");
  await expect(admin.getByText("Concrete would stand at place 3 of 4.")).toBeAttached();
  await admin.keyboard.press("Space");
  await expect(ruleNames(admin)).toHaveText(["Every bill", "From 2,500", "Concrete", "From 25,000"]);
  await admin.getByRole("button", { name: "Move Concrete down" }).click();
  await expect(ruleNames(admin)).toHaveText(["Every bill", "From 2,500", "From 25,000", "Concrete"]);

  await save.click();
  const dialog = admin.getByRole("dialog", { name: "Save the approval workflow" });
  await expect(dialog.getByRole("list", { name: "Bills that would change" })).toContainText(number);
  await dialog.getByRole("radio", { name: /^Also the 1 bill in approval/ }).check();
  await dialog.getByRole("button", { name: "Save and apply" }).click();
  await expect(dialog).toBeHidden();
  await expect(save).toHaveCount(0);

  await expect(other.getByText("Dana Whitfield saved the workflow while you were changing it")).toBeVisible();
  await other.getByRole("button", { name: "Show what was saved" }).click();
  await other.getByRole("button", { name: "Drop my changes" }).click();
  await expect(ruleNames(other)).toHaveText(["Every bill", "From 2,500", "From 25,000", "Concrete"]);

  await expectWaits(elena, number, true);
  await expectWaits(priya, number, true);
  await approve(elena, billId);
  await expectWaits(await enter("Marcus"), number, false);
  await approve(priya, billId);
  expect(await office.data.recordOf(billId)).toMatchObject({ state: "approved", job: "waiting" });

  // Accounting Access reads the rules, and may not change them.
  await priya.goto("/settings/workflow");
  await expect(ruleNames(priya)).toHaveText(["Every bill", "From 2,500", "From 25,000", "Concrete"]);
  await expect(priya.getByRole("button", { name: /Add a|Edit|Move|Apply/ })).toHaveCount(0);
  await press(admin.getByRole("button", { name: "Delete the group Site" }));
  await admin.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(
    admin.getByText("The approval workflow asks this group in the rule “Concrete”."),
  ).toBeVisible();
});

test("what was changed and not saved is not lost by a link", async ({ as }) => {
  const admin = await as("Dana");
  await admin.goto("/settings/workflow");
  await press(admin.getByRole("button", { name: "Actions for Every bill" }));
  await admin.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(admin.getByRole("heading", { name: "Every bill (copy)", level: 3 })).toBeVisible();
  await admin.getByRole("link", { name: "People" }).click();
  const question = admin.getByRole("alertdialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(admin.getByRole("heading", { name: "Every bill (copy)", level: 3 })).toBeVisible();
  await admin.getByRole("button", { name: "Discard" }).click();
  await expect(admin.getByRole("heading", { name: "Every bill (copy)", level: 3 })).toHaveCount(0);
});
