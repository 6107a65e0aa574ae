import type { Locator, Page } from "@playwright/test";
import { billIdOf, choose, newNumber } from "./fixtures/bill-form";
import { approve, openRow } from "./fixtures/bill-page";
import { readableBill } from "./fixtures/quickbooks";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

/** Types a name that the list does not have, and takes the row that makes a new record of it. */
async function startNew(frame: Locator, label: string, name: string): Promise<void> {
  const box = frame.getByRole("combobox", { name: label, exact: true });
  await untilHydrated(box);
  await box.fill(name);
  const row = frame.page().getByRole("listbox").getByRole("option").filter({ hasText: /^New / });
  await expect(row).toContainText(name);
  await box.press("ArrowUp");
  await box.press("Enter");
}

/** The window of a new record, its name filled in with what was typed. */
async function opened(page: Page, title: string, name: string): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: title });
  const field = dialog.getByRole("textbox", { name: /name/i }).first();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(name);
  return dialog;
}

test("a bill's new vendor, item and job go to QuickBooks before it, each once", async ({
  as,
  quickBooks,
}) => {
  const number = newNumber("NEW");
  const mark = number.slice(-6);
  const names = { vendor: `Driftwood ${mark}`, item: `Cedar Post ${mark}`, job: `Pier Repair ${mark}` };
  const page = await as("Joy");
  await page.goto("/bills/new");
  const form = page.getByRole("form", { name: "Bill", exact: true });

  await startNew(form, "Vendor", names.vendor);
  const vendor = await opened(page, "New vendor", names.vendor);
  await vendor.getByLabel("Email").fill("ap@driftwood.example");
  await vendor.getByLabel("Terms").selectOption({ label: "Net 15" });
  await vendor.getByLabel("Email").press("Enter");
  await expect(form.getByRole("combobox", { name: "Vendor", exact: true })).toHaveValue(names.vendor);
  await expect(form.getByRole("combobox", { name: "Vendor", exact: true })).toBeFocused();
  await expect(form.getByLabel("Terms")).toHaveValue(/./);

  await form.getByRole("textbox", { name: "Invoice number" }).fill(number);
  await form.getByLabel("Bill date").fill("2026-11-02");
  await page.getByRole("button", { name: "Remove line 1" }).click();
  await page.getByRole("button", { name: "Item line" }).click();
  const line = page.getByRole("group", { name: "Line 1", exact: true });

  await startNew(line, "Item", names.item);
  const item = await opened(page, "New item", names.item);
  await item.getByLabel("Description when bought").fill("Cedar post, 8 ft");
  await item.getByLabel("Cost", { exact: true }).fill("42.50");
  await item.getByRole("button", { name: "Create item" }).click();
  await expect(item.getByText("Choose the account that buying it posts to.")).toBeVisible();
  await choose(item, "Account", "Job Materials");
  await item.getByRole("button", { name: "Create item" }).click();
  await expect(line.getByRole("combobox", { name: "Item", exact: true })).toHaveValue(names.item);
  await expect(line.getByRole("textbox", { name: "Amount" })).toHaveValue("42.50");

  await startNew(line, "Customer:job", `Bayview Yacht Club:${names.job}`);
  const job = await opened(page, "New customer or job", names.job);
  await expect(job.getByRole("combobox", { name: "Job of" })).toHaveValue("Bayview Yacht Club");
  await job.getByRole("button", { name: "Create job" }).click();
  await expect(line.getByRole("combobox", { name: "Customer:job", exact: true })).toHaveValue(
    `Bayview Yacht Club:${names.job}`,
  );
  await page.getByRole("button", { name: "Save and submit" }).click();
  const billId = await billIdOf(page);
  await approve(await as("Marcus"), billId);

  const accounting = await as("Priya");
  const row = await openRow(accounting, "payables", number);
  await expect(row.getByRole("img", { name: /Waiting to sync/ })).toBeVisible();
  const report = await quickBooks.run();
  const written = report.requests.flatMap((request) => request.match(/<\w+AddRq/g) ?? []);
  // Other bills of the demo may go in the same run.
  expect([...new Set(written)]).toEqual([
    "<VendorAddRq",
    "<ItemNonInventoryAddRq",
    "<CustomerAddRq",
    "<BillAddRq",
  ]);
  await expect(row.getByRole("img", { name: "Linked with QuickBooks" })).toBeVisible();
  expect(readableBill(quickBooks.company, quickBooks.bill(number))).toMatchObject({
    VendorRef: names.vendor,
    itemLines: [
      { ItemRef: names.item, CustomerRef: `Bayview Yacht Club:${names.job}`, Desc: "Cedar post, 8 ft" },
    ],
  });
});

test("a customer's name is no vendor's: the vendor is created under the name that is offered", async ({
  as,
}) => {
  const page = await as("Joy");
  await page.goto("/bills/new");
  const form = page.getByRole("form", { name: "Bill", exact: true });
  await startNew(form, "Vendor", "Bayview Yacht Club");
  const dialog = page.getByRole("dialog", { name: "New vendor" });
  await dialog.getByRole("button", { name: "Create vendor" }).click();
  await expect(dialog.getByText(/is a customer's name in QuickBooks/)).toBeVisible();
  await dialog.getByRole("button", { name: "Use “Bayview Yacht Club (Vendor)”" }).click();
  await dialog.getByRole("button", { name: "Create vendor" }).click();
  await expect(form.getByRole("combobox", { name: "Vendor", exact: true })).toHaveValue(
    "Bayview Yacht Club (Vendor)",
  );
});

test("a vendor is changed: the change waits beside QuickBooks' own words, then stands there", async ({
  as,
  quickBooks,
}) => {
  const page = await as("Priya");
  await page.goto("/vendors");
  await untilHydrated(page.getByRole("searchbox", { name: "Search vendors" }));
  await page.getByRole("searchbox", { name: "Search vendors" }).fill("skagit ready");
  await page.getByRole("link", { name: "Skagit Ready Mix" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Skagit Ready Mix" });
  const phone = `360-555-${String(Date.now()).slice(-4)}`;
  await dialog.getByLabel("Phone").fill(phone);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Change waits")).toBeVisible();
  await expect(page.getByText(`waits to become ${phone}`)).toBeVisible();
  await quickBooks.run();
  await expect(page.getByText("Change waits")).toBeHidden();
  expect(quickBooks.company.entry("Vendor", "Skagit Ready Mix").fields.Phone).toBe(phone);
});
