import type { Page } from "@playwright/test";
import { ownOrganisation } from "./fixtures/organisation";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const sessions = (page: Page) => page.getByRole("list", { name: "Sessions" }).getByRole("listitem");

/** Opens the profile page through the menu of the person. */
async function openProfile(page: Page, name: string) {
  const menu = page.getByRole("button", { name }).first();
  await untilHydrated(menu);
  await menu.click();
  await page.getByRole("menuitem", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
}

test("a person sees where they are signed in, and signs the other places out", async ({
  complaints,
  data,
  newPage,
}) => {
  const { "Sam Sessions": sam } = await ownOrganisation(data, { "Sam Sessions": ["clerk"] });
  complaints.expect(/401/);
  const [office, phone, library] = [
    await newPage(),
    await newPage({ userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1" }),
    await newPage(),
  ];
  for (const page of [office, phone, library]) await signIn(page, sam);

  await openProfile(office, "Sam Sessions");
  await expect(sessions(office)).toHaveCount(3);
  await expect(sessions(office).first()).toContainText("This one");
  await expect(sessions(office).filter({ hasText: "Safari on iPhone" })).toContainText("with password");
  await office.getByRole("button", { name: "Sign out Safari on iPhone" }).click();
  await expect(sessions(office)).toHaveCount(2);
  // Their open page is sent out by itself: nothing has to be clicked.
  await expect(phone).toHaveURL(/\/sign-in/);
  await phone.goto("/inbox");
  await expect(phone).toHaveURL(/\/sign-in/);

  // Signing out ends the session itself, not the cookie alone.
  const cookies = await library.context().cookies();
  await library.getByRole("button", { name: "Sam Sessions" }).first().click();
  await library.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(library).toHaveURL(/\/sign-in/);
  await library.context().addCookies(cookies);
  await library.goto("/inbox");
  await expect(library).toHaveURL(/\/sign-in/);
  await expect(sessions(office)).toHaveCount(1);

  await signIn(phone, sam);
  await office.getByLabel("Present password").fill("not the password");
  await office.getByLabel("New password").fill("a better password");
  await office.getByRole("button", { name: "Change the password" }).click();
  await expect(office.getByText("This is not your password.")).toBeVisible();
  await office.getByLabel("Present password").fill(sam.password);
  await office.getByLabel("New password").fill("a better password");
  await office.getByRole("button", { name: "Change the password" }).click();
  await expect(office.getByText("Your password is changed")).toBeVisible();
  await expect(phone).toHaveURL(/\/sign-in/);
  await expect(sessions(office)).toHaveCount(1);
  await signIn(phone, { ...sam, password: "a better password" });
});

test("an Admin signs somebody out everywhere", async ({ complaints, data, newPage }) => {
  const people = await ownOrganisation(data, { "Ada Admin": ["admin"], "Cleo Clerk": ["clerk"] });
  complaints.expect(/401/);
  const [admin, clerk] = [await newPage(), await newPage()];
  await signIn(admin, people["Ada Admin"]);
  await signIn(clerk, people["Cleo Clerk"]);
  await admin.goto("/settings/people");
  const menu = admin.getByRole("button", { name: "Actions for Cleo Clerk" });
  await untilHydrated(menu);
  await menu.click();
  await admin.getByRole("menuitem", { name: "Sign out everywhere" }).click();
  await admin.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(clerk).toHaveURL(/\/sign-in/);
  await signIn(clerk, people["Cleo Clerk"]);
});
