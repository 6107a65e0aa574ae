import type { Page } from "@playwright/test";
import { billIdOf, choose, newNumber } from "./fixtures/bill-form";
import { panel, press } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const form = (page: Page) => page.getByRole("form", { name: "Bill" });
const box = (page: Page, label: string) => form(page).getByRole("combobox", { name: label, exact: true });
const line = (page: Page, number: number) => page.getByRole("group", { name: `Line ${number}`, exact: true });

/** Opens the form with the key n; the cursor stands in the vendor. */
async function newBill(page: Page): Promise<void> {
  await page.goto("/inbox");
  await untilHydrated(page.getByRole("link", { name: "Enter bill" }));
  await page.keyboard.press("n");
  await expect(box(page, "Vendor")).toBeFocused();
  await untilHydrated(box(page, "Vendor"));
}

/** Types into the list that has the cursor, and takes the entry of that name. */
async function take(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  await expect(page.getByRole("listbox").getByRole("option").first()).toContainText(name);
  await page.keyboard.press("Enter");
}

test("bills are entered by keyboard alone, coded as the last one, and one that was entered before is told", async ({
  as,
}) => {
  const number = newNumber("KEY");
  const clerk = await as("Joy");
  const keys = clerk.keyboard;
  await newBill(clerk);
  await take(clerk, "Spruce Hill Siding");
  await keys.press("Enter");
  await expect(clerk.getByRole("textbox", { name: "Invoice number" })).toBeFocused();
  await keys.type(number);
  await keys.press("Enter");
  await keys.type("11022026");
  await keys.press("Enter");
  await expect(clerk.getByLabel("Terms")).toBeFocused();
  await keys.press("Enter");
  await keys.press("Enter");
  await expect(form(clerk).getByRole("textbox", { name: "Amount" }).first()).toBeFocused();
  await keys.type("=1,000+250");
  // Past the memo, into the first line.
  await keys.press("Enter");
  await expect(line(clerk, 1).getByRole("combobox", { name: "Account" })).toBeFocused();
  await take(clerk, "Subcontractors");
  await keys.press("Enter");
  await keys.type("Siding of the north wall");
  await keys.press("Enter");
  const amount = line(clerk, 1).getByRole("textbox", { name: "Amount" });
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue("1250.00");
  await keys.type("=4*250");
  await keys.press("Enter");
  await expect(amount).toHaveValue("1000.00");

  // A copy of the line, put above it, coded otherwise; a third one comes and goes.
  await keys.press("Control+d");
  await expect(line(clerk, 2).getByRole("combobox", { name: "Account" })).toBeFocused();
  await keys.press("Alt+ArrowUp");
  await expect(line(clerk, 1).getByRole("combobox", { name: "Account" })).toBeFocused();
  await take(clerk, "Job Materials:Fixtures");
  await keys.press("Enter");
  await keys.type("Nails");
  await keys.press("Enter");
  await keys.type("250");
  await keys.press("Control+d");
  await expect(line(clerk, 3)).toHaveCount(1);
  await keys.press("Control+Backspace");
  await expect(line(clerk, 3)).toHaveCount(0);
  await expect(clerk.getByText("nothing remaining")).toBeVisible();
  await keys.press("Control+Shift+Enter");
  const firstId = await billIdOf(clerk);
  await expect(clerk.getByRole("table", { name: "Lines of the bill" }).getByRole("row").nth(1)).toContainText(
    "Nails",
  );
  await expect(clerk.getByRole("heading", { level: 1 }).locator("..").getByText("In approval")).toBeVisible();

  // The next one of this vendor: its lines stand there, without amounts.
  await newBill(clerk);
  await take(clerk, "Spruce Hill Siding");
  await expect(clerk.getByText(/As on the last bill from Spruce Hill Siding \(Nov 2/)).toBeVisible();
  await expect(line(clerk, 1).getByRole("combobox", { name: "Account" })).toHaveValue(
    "Job Materials:Fixtures",
  );
  await expect(line(clerk, 2).getByRole("combobox", { name: "Account" })).toHaveValue("Subcontractors");
  await expect(line(clerk, 2).getByRole("textbox", { name: "Amount" })).toHaveValue("");
  await expect(line(clerk, 2).getByRole("textbox", { name: "Description" })).toHaveValue("");
  await keys.press("Enter");
  await keys.type(newNumber("KEY"));
  await keys.press("Enter");
  await keys.type("11162026");
  for (const _field of ["terms", "due date", "amount", "first line", "description", "amount of the line"])
    await keys.press("Enter");
  await expect(line(clerk, 1).getByRole("textbox", { name: "Amount" })).toBeFocused();
  await keys.type("75");
  await keys.press("Control+Enter");
  await billIdOf(clerk);
  await expect(panel(clerk, "1 line")).toContainText("75.00");
  await expect(clerk.getByRole("heading", { level: 1 }).locator("..").getByText("Draft")).toBeVisible();

  // Somebody else has the first bill on their desk, too, and reads its number with a blank for the dash.
  const accounting = await as("Priya");
  await newBill(accounting);
  await choose(form(accounting), "Vendor", "Spruce Hill Siding");
  await press(accounting.getByRole("button", { name: "Clear these lines" }));
  await expect(line(accounting, 1).getByRole("combobox", { name: "Account" })).toHaveValue("");
  await accounting.getByRole("textbox", { name: "Invoice number" }).fill(number.replace("-", " "));
  const checks = panel(accounting, "Checks");
  await expect(checks).toContainText("its number differs in dashes, zeros or capitals alone");
  await expect(checks).toContainText(`Spruce Hill Siding · ${number}`);
  await expect(checks).toContainText("$1,250.00");
  await expect(checks).toContainText("In approval");
  await press(checks.getByRole("button", { name: "Look at it" }));
  const beside = accounting.getByRole("dialog", { name: `Spruce Hill Siding ${number}` });
  await expect(beside).toContainText("Siding of the north wall");
  await expect(beside.getByRole("link", { name: "Open it in a new tab" })).toHaveAttribute(
    "href",
    `/bills/${firstId}`,
  );
  await accounting.keyboard.press("Escape");
  await expect(beside).toBeHidden();
  await accounting.getByRole("textbox", { name: "Invoice number" }).fill(number);
  await expect(checks).toContainText(`another bill from this vendor with the number ${number}`);
  await accounting.getByLabel("Bill date").fill("2026-11-02");
  await choose(line(accounting, 1), "Account", "Subcontractors");
  await line(accounting, 1).getByRole("textbox", { name: "Amount" }).fill("1250");
  await accounting.keyboard.press("Control+Shift+Enter");
  const twiceId = await billIdOf(accounting);

  // Who approves it is told as well.
  const approver = await as("Marcus");
  await approver.goto(`/bills/${twiceId}`);
  await expect(panel(approver, "Checks")).toContainText(
    `another bill from this vendor with the number ${number}`,
  );
  await press(panel(approver, "Checks").getByRole("button", { name: "Look at it" }));
  await expect(approver.getByRole("dialog")).toContainText("Siding of the north wall");
});
