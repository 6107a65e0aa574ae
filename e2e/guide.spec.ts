import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { press } from "./fixtures/bill-page";
import { loginOf } from "./fixtures/logins";
import { markDocument } from "./fixtures/mark-document";
import { quickBooksOf } from "./fixtures/quickbooks";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";
import { CompanyFile } from "./quickbooks/company/company-file";
import { demoCompany } from "./quickbooks/seed/demo-company";

const NAME = "Countersign Harbor";

async function newOrganisation(page: Page, baseURL: string): Promise<void> {
  await page.goto(baseURL);
  await untilHydrated(page.getByLabel("Organisation"));
  await page.getByLabel("Organisation").fill("Harbor & Pine Builders");
  await page.getByLabel("Your name").fill("Dana Whitfield");
  await page.getByLabel("Email address").fill("dana@harborpine.example");
  await page.getByLabel("Password").fill("a long enough password");
  await press(page.getByRole("button", { name: "Create the organisation" }));
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
}

/** Adds a company file; resolves in its guide. */
async function addCompanyFile(page: Page, baseURL: string): Promise<void> {
  await page.goto(`${baseURL}/settings/connections`);
  await page.getByRole("link", { name: "Add a company file" }).click();
  await untilHydrated(page.getByLabel("Name"));
  await page.getByLabel("Name").fill(NAME);
  await expect(page.getByLabel("How often")).toHaveValue("360");
  await press(page.getByRole("button", { name: "Go on" }));
  await expect(page.getByRole("heading", { level: 1, name: `Connect ${NAME}` })).toBeVisible();
}

const steps = (page: Page): Locator =>
  page.getByRole("list", { name: "Connect the company file" }).getByRole("listitem");
const step = (page: Page, title: string): Locator =>
  steps(page).filter({ has: page.getByRole("heading", { name: title }) });
/** The titles of the steps that have ticked themselves. */
const ticked = (page: Page): Promise<string[]> =>
  steps(page)
    .getByRole("heading", { name: /, done$/ })
    .allTextContents()
    .then((titles) => titles.map((title) => title.replace(/, done$/, "")));

test("the guide ticks every step itself, and says at a step what went wrong", async ({ apps, newPage }) => {
  const app = await apps.empty();
  const page = await newPage();
  await newOrganisation(page, app.baseURL);
  await addCompanyFile(page, app.baseURL);
  const guide = page.url();

  // Shown once: what is lost with the page is made anew.
  const field = page.getByLabel("Password for the Web Connector");
  const lost = await field.inputValue();
  await page.reload();
  await expect(page.locator("body")).not.toContainText(lost);
  await press(page.getByRole("button", { name: "Make a new password" }));
  const password = await field.inputValue();
  expect(password).not.toBe(lost);
  expect(await ticked(page)).toEqual([]);
  const sameDocument = await markDocument(page);

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the .qwc file" }).click();
  const qwc = await readFile(await (await coming).path(), "utf8");
  await expect(step(page, "Download the connection file")).toContainText("Downloaded");

  // Three calls with the lost password: the Web Connector is there, and is told why it is not let in.
  const company = new CompanyFile(demoCompany());
  expect((await quickBooksOf(company, { qwc, password: lost }).tryRun()).ok).toBe(false);
  await expect(step(page, "Open it in the Web Connector, and let it in")).toContainText("has called");
  const login = step(page, "Paste the password, tick the box, Update Selected");
  await expect(login.getByRole("alert")).toContainText("wrong password");

  // The right one. Between two messages the guide shows what the run is at.
  const quickBooks = quickBooksOf(company, { qwc, password });
  const seen: string[] = [];
  await quickBooks.run({
    afterCall: async (call, { count }) => {
      if (call !== "sendRequestXML" || count !== 4) return;
      await expect(step(page, "The company file is recognised")).toContainText(company.state.name);
      const progress = step(page, "Your lists come over").getByRole("progressbar");
      await expect(progress).not.toHaveAttribute("aria-valuenow", "0");
      seen.push((await progress.getAttribute("aria-label")) ?? "", ...(await ticked(page)));
      // The navigation tells everybody the same.
      await expect(page.getByText(/^Syncing now, [1-9]\d?%$/).first()).toBeVisible();
    },
  });
  expect(seen).toEqual([
    expect.stringMatching(/^Sync: \S/),
    "Open the company file at the QuickBooks computer",
    "Download the connection file",
    "Open it in the Web Connector, and let it in",
    "Paste the password, tick the box, Update Selected",
    "QuickBooks answers",
    "The company file is recognised",
  ]);

  await expect(
    page.getByRole("heading", { level: 1, name: `${company.state.name} is connected` }),
  ).toBeVisible();
  await expect.poll(() => ticked(page)).toHaveLength(8);
  await expect(login.getByRole("alert")).toBeHidden();
  await sameDocument();
  expect(page.url()).toBe(guide);
});

test("a company file in another mode and another company file are told at their step", async ({
  apps,
  newPage,
}) => {
  const app = await apps.empty();
  const page = await newPage();
  await newOrganisation(page, app.baseURL);
  await addCompanyFile(page, app.baseURL);
  const password = await page.getByLabel("Password for the Web Connector").inputValue();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the .qwc file" }).click();
  const qwc = await readFile(await (await coming).path(), "utf8");

  const shut = new CompanyFile(demoCompany(), { switches: { sessionRefused: "0x80040410" } });
  await quickBooksOf(shut, { qwc, password }).tryRun();
  const answers = step(page, "QuickBooks answers");
  await expect(answers.getByRole("alert")).toContainText("File menu");
  await expect(answers.getByRole("link", { name: "What 0x80040410 means" })).toBeVisible();

  // Another connection's mark stands in this one.
  const foreign = new CompanyFile(demoCompany());
  await quickBooksOf(foreign, {
    qwc: qwc.replace(/<FileID>\{......../, "<FileID>{00000000"),
    password,
  }).tryRun();
  const recognised = step(page, "The company file is recognised");
  await expect(recognised.getByRole("alert")).toContainText(foreign.state.name);
  await expect(recognised).not.toContainText(", done");

  await quickBooksOf(new CompanyFile(demoCompany()), { qwc, password }).run();
  await expect(steps(page).getByRole("alert")).toHaveCount(0);
  await expect.poll(() => ticked(page)).toHaveLength(8);
});

test("disconnecting says what becomes of what waits, and reconnecting brings it back", async ({
  apps,
  newPage,
}) => {
  const { baseURL, data, login, quickBooks } = await apps.seeded();
  const billId = await data.approvedBill("GUIDE-1");
  const page = await newPage();
  await page.goto(`${baseURL}/sign-in`);
  await page.getByLabel("Email address").fill(loginOf("Dana").email);
  await page.getByLabel("Password").fill(loginOf("Dana").password);
  await press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();

  await page.goto(`${baseURL}/settings/connections/${data.connectionId}`);
  await press(page.getByRole("button", { name: "Disconnect" }));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/\d+ bills? will not be sent; (it stays|they stay) approved/);
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("heading", { name: "Disconnected" })).toBeVisible();
  expect((await quickBooks.tryRun()).ok).toBe(false);

  await page.goto(`${baseURL}/bills/${billId}`);
  await expect(page.getByText(/was disconnected/).first()).toBeVisible();

  await page.goto(`${baseURL}/settings/connections`);
  await press(page.getByRole("button", { name: "Reconnect" }));
  await page.getByRole("alertdialog").getByRole("button", { name: "Reconnect" }).click();
  const password = await page.getByLabel("Password for the Web Connector").inputValue();
  await quickBooksOf(quickBooks.company, { ...login, password }).run();
  expect(quickBooks.bill("GUIDE-1")).toBeDefined();
  expect((await data.recordOf(billId)).txnId).toBe(quickBooks.bill("GUIDE-1").txnId);
});
