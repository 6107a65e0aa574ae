import { readFile } from "node:fs/promises";
import { expectAccessible } from "./fixtures/accessible";
import { choose } from "./fixtures/bill-form";
import { press } from "./fixtures/bill-page";
import { quickBooksOf } from "./fixtures/quickbooks";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";
import { CompanyFile } from "./quickbooks/company/company-file";
import { readQwcFile } from "./quickbooks/connector/qwc-file";
import { demoCompany } from "./quickbooks/seed/demo-company";

test("from an empty database to the lists of the company file", async ({ apps, newPage }) => {
  const app = await apps.empty();
  const page = await newPage();
  await page.goto(app.baseURL);
  await expect(page).toHaveURL(`${app.baseURL}/welcome`);
  await untilHydrated(page.getByLabel("Organisation"));
  await expectAccessible(page);
  await page.getByLabel("Organisation").fill("Harbor & Pine Builders");
  await page.getByLabel("Your name").fill("Dana Whitfield");
  await page.getByLabel("Email address").fill("dana@harborpine.example");
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create the organisation" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();

  await page.goto(`${app.baseURL}/settings/connections`);
  await expect(page.getByRole("heading", { name: "No company file is connected" })).toBeVisible();
  await page.getByRole("link", { name: "Add a company file" }).click();
  await untilHydrated(page.getByLabel("Name"));
  await page.getByLabel("Name").fill("Countersign <Harbor & Pine>");
  await page.getByLabel("How often").selectOption({ label: "Minutes of your own" });
  await page.getByLabel("Minutes").fill("45");
  await press(page.getByRole("button", { name: "Go on" }));
  const password = await page.getByLabel("Password for the Web Connector").inputValue();
  expect(password.length).toBeGreaterThan(15);

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the .qwc file" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Countersign-Harbor-Pine.qwc");
  const qwc = await readFile(await download.path(), "utf8");
  expect(qwc).not.toContain(password);
  expect(readQwcFile(qwc)).toEqual({
    appName: "Countersign <Harbor & Pine>",
    appUrl: `${app.baseURL}/api/qbwc`,
    appDescription: expect.stringMatching(/^.{1,80}$/),
    appSupport: `${app.baseURL}/help/web-connector`,
    userName: expect.stringMatching(/^[a-z0-9-]+$/),
    ownerId: expect.stringMatching(/^\{.{36}\}$/),
    fileId: expect.stringMatching(/^\{.{36}\}$/),
    isReadOnly: false,
    everySeconds: 45 * 60,
  });

  const quickBooks = quickBooksOf(new CompanyFile(demoCompany()), { qwc, password });
  await quickBooks.run();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ is connected$/);
  await page.getByRole("link", { name: "Settings of this connection" }).click();
  await expect(page.getByText(quickBooks.company.state.path)).toBeVisible();
  await expect(page.locator("body")).not.toContainText(password);

  await page.goto(`${app.baseURL}/bills/new`);
  const form = page.getByRole("form", { name: "Bill" });
  await choose(form, "Vendor", "Alder Creek Lumber");
  await expect(form.getByLabel("Terms")).toHaveValue(/.+/);
  await choose(form, "Account", "Job Materials");
});
