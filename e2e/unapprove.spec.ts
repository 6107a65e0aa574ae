import { billIdOf, fillLine, newNumber } from "./fixtures/bill-form";
import { approve, openRow, panel, press, signatures, unapprove } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

test("a linked bill is un-approved, changed and approved again: QuickBooks has it once, changed", async ({
  as,
  data,
  quickBooks,
}) => {
  const number = newNumber("UNA");
  const billId = await data.approvedBill(number, [
    { account: "Job Materials", amount: "2600.00", about: "Slab" },
    { account: "Office Supplies", amount: "40.00", about: "Paper" },
  ]);
  await quickBooks.run();
  const { txnId } = quickBooks.bill(number);

  const accounting = await as("Priya");
  await unapprove(accounting, billId, "Half of the slab was credited.");
  await press(accounting.getByRole("button", { name: "Edit" }));
  const form = accounting.getByRole("form", { name: "Bill" });
  await form.getByRole("textbox", { name: "Amount" }).first().fill("2640.55");
  await fillLine(accounting, 1, { amount: "2600.55", description: "Slab, corrected" });
  await press(accounting.getByRole("button", { name: "Save and submit" }));
  expect(await billIdOf(accounting)).toBe(billId);
  await expect(panel(accounting, "Approval").getByText("Round 2")).toBeVisible();

  await approve(await as("Marcus"), billId);
  await approve(await as("Elena"), billId);
  const row = await openRow(accounting, "payables", number);
  await expect(row.getByRole("img", { name: "Waiting to sync to QuickBooks" })).toBeVisible();
  await quickBooks.run();
  await expect(row.getByRole("img", { name: "Linked with QuickBooks" })).toBeVisible();

  const bill = quickBooks.bill(number);
  expect(bill.txnId).toBe(txnId);
  expect(bill.expenseLines.map(({ fields }) => [fields.Amount, fields.Memo])).toEqual([
    ["2600.55", "Slab, corrected"],
    ["40.00", "Paper"],
  ]);

  await accounting.goto(`/bills/${billId}`);
  await expect(signatures(accounting)).toHaveText([
    /Marcus Bell/,
    /Elena Sorensen/,
    /Marcus Bell/,
    /Elena Sorensen/,
  ]);
  await expect(accounting.getByText("Half of the slab was credited.").first()).toBeVisible();
});
