import { expectAccessible } from "./fixtures/accessible";
import { fillLine, newNumber } from "./fixtures/bill-form";
import { approve, openRow, panel, press, unapprove } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

const CHOICES = [
  {
    keep: "the approved version",
    button: "Write approved version",
    inQuickBooks: "315.00",
    shows: "Same",
  },
  {
    keep: "QuickBooks' version",
    button: "Keep QuickBooks' version",
    inQuickBooks: "399.99",
    shows: "Differs",
  },
];

for (const { keep, button, inQuickBooks, shows } of CHOICES) {
  test(`changed on both sides: nothing is sent until somebody chooses ${keep}`, async ({
    as,
    data,
    quickBooks,
  }) => {
    const number = newNumber("CFL");
    const billId = await data.approvedBill(number);
    await quickBooks.run();

    const accounting = await as("Priya");
    await unapprove(accounting, billId, "The freight was forgotten.");
    await press(accounting.getByRole("button", { name: "Edit" }));
    const form = accounting.getByRole("form", { name: "Bill" });
    await form.getByRole("textbox", { name: "Amount" }).first().fill("315.00");
    await fillLine(accounting, 1, { amount: "315.00" });
    await press(accounting.getByRole("button", { name: "Save and submit" }));
    await expect(panel(accounting, "Approval").getByText("Round 2")).toBeVisible();
    await approve(await as("Marcus"), billId);

    // While the correction waits, somebody changes the bill in QuickBooks.
    quickBooks.company.editBill(quickBooks.bill(number).txnId, { amount: "399.99" });
    await quickBooks.run();
    const amount = () => quickBooks.bill(number).expenseLines[0]?.fields.Amount;
    expect(amount()).toBe("399.99");

    await accounting.goto(`/bills/${billId}`);
    const books = panel(accounting, "QuickBooks");
    const line = books.getByRole("row", { name: /Line 1, amount/ });
    await expect(line.getByRole("cell")).toHaveText(["$315.00", "$399.99"]);
    await expect(books.getByText("Held back")).toBeVisible();
    await expectAccessible(accounting);

    await press(books.getByRole("button", { name: button }));
    await accounting.getByRole("alertdialog").getByRole("button", { name: button }).click();
    await expect(accounting.getByRole("alertdialog")).toBeHidden();
    await quickBooks.run();
    expect(amount()).toBe(inQuickBooks);
    await accounting.goto(`/bills/${billId}`);
    await expect(books.getByText(shows, { exact: true })).toBeVisible();
    const row = await openRow(accounting, "payables", number);
    await expect(row.getByRole("img", { name: /^Linked with QuickBooks/ })).toBeVisible();
  });
}

test("deleted on order, and added again: once in QuickBooks, the approval kept", async ({
  as,
  data,
  quickBooks,
}) => {
  const number = newNumber("DEL");
  const billId = await data.approvedBill(number);
  await quickBooks.run();
  const { txnId } = quickBooks.bill(number);

  const accounting = await as("Priya");
  await accounting.goto(`/bills/${billId}`);
  const books = panel(accounting, "QuickBooks");
  await press(books.getByRole("button", { name: "Void or delete in QuickBooks" }));
  const dialog = accounting.getByRole("dialog", { name: "Take this bill out of QuickBooks" });
  await dialog.getByRole("radio", { name: "Delete it" }).click();
  await dialog.getByLabel("Reason").fill("Entered twice.");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(books.getByText("To be deleted in QuickBooks")).toBeVisible();
  await quickBooks.run();
  expect(quickBooks.bills(number)).toEqual([]);

  await expect(
    accounting.getByRole("heading", { level: 1 }).locator("..").getByText("Deleted"),
  ).toBeVisible();
  await press(books.getByRole("button", { name: "Add to QuickBooks again" }));
  await accounting.getByRole("alertdialog").getByRole("button", { name: "Add again" }).click();
  await expect(accounting.getByRole("alertdialog")).toBeHidden();
  await quickBooks.run();
  expect(quickBooks.bill(number).txnId).not.toBe(txnId);
});
