import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectAccessible } from "./fixtures/accessible";
import { ownOrganisation } from "./fixtures/organisation";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const PERIOD_MS = 30_000;

/** An authenticator app, which never gives a code twice: it shows the next one early rather than wait. */
function authenticator(secret: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  let last = 0;
  return {
    nextCode() {
      last = Math.max(Math.floor(Date.now() / PERIOD_MS), last + 1);
      return totp.generate({ timestamp: last * PERIOD_MS });
    },
    sameCode: () => totp.generate({ timestamp: last * PERIOD_MS }),
  };
}

/** Goes through the steps of setting it up; gives the app and the recovery codes. */
async function setUp(page: Page) {
  const begin = page.getByRole("button", { name: "Set it up" });
  await untilHydrated(begin);
  await begin.click();
  await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  const app = authenticator(await page.getByLabel("Or type this key into it").inputValue());
  await page.getByLabel("Code that the app shows").fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("This is not the code that the app shows now")).toBeVisible();
  await page.getByLabel("Code that the app shows").fill(app.nextCode());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("Two-factor sign-in is on")).toBeVisible();
  const codes = (await page.locator("pre").innerText()).split("\n").map((line) => line.trim());
  expect(codes).toHaveLength(10);
  return { app, codes };
}

/** The first step of signing in, up to the question for the code. */
async function givePassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Code")).toBeVisible();
}

const isIn = (page: Page) => expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();

test("a person turns it on, signs in with codes, and turns it off", async ({ complaints, data, newPage }) => {
  const { "Tara Twofold": tara } = await ownOrganisation(data, { "Tara Twofold": ["clerk"] });
  complaints.expect(/401/);
  const first = await newPage();
  await signIn(first, tara);
  await first.goto("/settings/profile");
  const { app, codes } = await setUp(first);
  await expectAccessible(first);
  await first.getByRole("button", { name: "I have put them away" }).click();
  await expect(first.getByText("10 of ten recovery codes are left")).toBeVisible();

  const second = await newPage();
  await givePassword(second, tara);
  await expectAccessible(second);
  await second.getByLabel("Code").fill("12345");
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(second.getByText("The code is wrong")).toBeVisible();
  await second.getByLabel("Code").fill(app.nextCode());
  await second.getByRole("button", { name: "Sign in" }).click();
  await isIn(second);

  // The same code again, as somebody who looked over a shoulder would try.
  const thief = await newPage();
  await givePassword(thief, tara);
  await thief.getByLabel("Code").fill(app.sameCode());
  await thief.getByRole("button", { name: "Sign in" }).click();
  await expect(thief.getByText("was used already")).toBeVisible();

  const lost = await newPage();
  await givePassword(lost, tara);
  await lost.getByRole("button", { name: "Use a recovery code" }).click();
  await lost.getByLabel("Recovery code").fill(codes[0]?.toUpperCase() ?? "");
  await lost.getByRole("button", { name: "Sign in" }).click();
  await isIn(lost);
  await lost.goto("/settings/profile");
  await expect(lost.getByText("9 of ten recovery codes are left")).toBeVisible();
  const turnOff = lost.getByRole("button", { name: "Turn off" });
  await untilHydrated(turnOff);
  await turnOff.click();
  const dialog = lost.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("not it");
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(dialog.getByText("This is not your password.")).toBeVisible();
  await dialog.getByLabel("Your password").fill(tara.password);
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(dialog).toHaveCount(0);
  await signIn(await newPage(), tara);
});

test("an Admin asks everybody for it, and resets it for whoever lost their phone", async ({
  complaints,
  data,
  newPage,
}) => {
  const people = await ownOrganisation(data, { "Ada Admin": ["admin"], "Cleo Clerk": ["clerk"] });
  complaints.expect(/401|NEXT_REDIRECT|server responded with a status of/);
  const [admin, clerk] = [await newPage(), await newPage()];
  await signIn(admin, people["Ada Admin"]);
  await signIn(clerk, people["Cleo Clerk"]);

  await admin.goto("/settings/people");
  const rule = admin.getByRole("switch", { name: /Everybody signs in with a code/ });
  await untilHydrated(rule);
  await rule.click();
  await expect(admin.getByText("Set up your own two-factor sign-in first")).toBeVisible();
  await expect(rule).not.toBeChecked();
  await admin.goto("/settings/profile");
  await setUp(admin);
  await admin.getByRole("button", { name: "I have put them away" }).click();
  await admin.goto("/settings/people");
  await untilHydrated(rule);
  await rule.click();
  await expect(rule).toBeChecked();

  // The clerk's open page leads there by itself, and so does every other.
  await expect(clerk).toHaveURL(/\/two-factor/);
  await expectAccessible(clerk);
  await clerk.goto("/bills/new");
  await expect(clerk).toHaveURL(/\/two-factor/);
  expect((await clerk.request.get("/api/lookup?list=vendor")).status()).toBe(403);
  await setUp(clerk);
  await clerk.getByRole("link", { name: "Go on" }).click();
  await expect(clerk).toHaveURL(/\/inbox/);

  const menu = admin.getByRole("button", { name: "Actions for Cleo Clerk" });
  await expect(admin.getByRole("row").filter({ hasText: "Cleo Clerk" })).toContainText("Two-factor");
  await menu.click();
  await admin.getByRole("menuitem", { name: "Reset two-factor sign-in" }).click();
  await admin.getByRole("button", { name: "Reset" }).click();
  await expect(clerk).toHaveURL(/\/sign-in/);
  await clerk.getByLabel("Email address").fill(people["Cleo Clerk"].email);
  await clerk.getByLabel("Password").fill(people["Cleo Clerk"].password);
  await clerk.getByRole("button", { name: "Sign in" }).click();
  await expect(clerk).toHaveURL(/\/two-factor/);
});
