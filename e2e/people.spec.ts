import type { Page } from "@playwright/test";
import { chooseNewPassword, join, readLink } from "./fixtures/links";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** Opens the menu of somebody and chooses a line. */
async function choose(page: Page, name: string, action: string) {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("an Admin lets a clerk in, gives a new password, and lets them out again", async ({
  as,
  complaints,
  newPage,
}) => {
  const name = `Nia Newcomer ${Date.now()}`;
  const email = `nia.${Date.now()}@example.com`;
  const admin = await as("Dana");
  await admin.goto("/inbox");
  await admin.getByRole("link", { name: "People" }).click();
  await expect(admin.getByRole("heading", { name: "People", level: 1 })).toBeVisible();

  const invite = admin.getByRole("button", { name: "Invite a person" });
  await untilHydrated(invite);
  await invite.click();
  await admin.getByLabel("Name").fill(name);
  await admin.getByLabel("Email address").fill(email);
  await admin.getByLabel("Approval limit").fill("lots");
  await admin.getByRole("checkbox", { name: /^Viewer/ }).check();
  await admin.getByRole("button", { name: "Make the invitation" }).click();
  await expect(admin.getByText("Enter an amount such as 5000.00")).toBeVisible();
  // What was entered is still there.
  await expect(admin.getByLabel("Email address")).toHaveValue(email);
  await expect(admin.getByRole("checkbox", { name: /^Viewer/ })).toBeChecked();
  await admin.getByRole("checkbox", { name: /^Viewer/ }).uncheck();
  await admin.getByLabel("Approval limit").fill("2,500");
  await admin.getByRole("button", { name: "Make the invitation" }).click();
  const invitation = await readLink(admin, `Invitation for ${name}`);

  const clerk = await newPage();
  complaints.expect(/401/);
  await join(clerk, invitation, "the first password");
  await expect(rowOf(admin, name)).toContainText("Clerk");
  await expect(rowOf(admin, name)).toContainText("$2,500.00");
  await expect(clerk.getByRole("link", { name: "Enter bill" }).first()).toBeVisible();
  await expect(clerk.getByRole("link", { name: "People" })).toHaveCount(0);

  await choose(admin, name, "New password");
  await admin.getByRole("button", { name: "Make the link" }).click();
  const link = await readLink(admin, `Link for ${name}`);
  // Their open page is sent out by itself.
  await expect(clerk).toHaveURL(/\/sign-in/);
  await chooseNewPassword(clerk, link, "the second password");
  await signIn(clerk, { email, password: "the second password" });

  await choose(admin, name, "Edit");
  await admin.getByLabel("Supervisor").selectOption({ label: "Dana Whitfield" });
  await admin.getByLabel("Clerk").uncheck();
  await admin.getByRole("checkbox", { name: /^Viewer/ }).check();
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("dialog")).toHaveCount(0);
  await expect(rowOf(admin, name)).toContainText("Viewer");
  await clerk.goto("/inbox");
  await expect(clerk.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  await expect(clerk.getByRole("link", { name: "Enter bill" })).toHaveCount(0);

  await choose(admin, name, "Deactivate");
  await admin.getByRole("button", { name: "Deactivate" }).click();
  await expect(rowOf(admin, name)).toContainText("Deactivated");
  // Their open page is sent out by itself: nothing has to be clicked.
  await expect(clerk).toHaveURL(/\/sign-in/);
});
