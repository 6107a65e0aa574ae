import { newNumber } from "./fixtures/bill-form";
import { openRow, panel } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

test("a bill paid in QuickBooks moves to the Archive with its payment; one paid in part shows what is open", async ({
  as,
  data,
  quickBooks,
}) => {
  const [paid, partly] = [newNumber("PD"), newNumber("PT")];
  const paidId = await data.approvedBill(paid);
  const partlyId = await data.approvedBill(partly);
  await quickBooks.run();

  const clerk = await as("Joy");
  const row = await openRow(clerk, "payables", partly);
  const payment = quickBooks.company.payBill(quickBooks.bill(paid).txnId);
  quickBooks.company.payBill(quickBooks.bill(partly).txnId, "100.00", "creditCard");
  await quickBooks.run();

  await expect(row).toContainText("210.25");
  await clerk.goto(`/bills/${partlyId}`);
  await expect(panel(clerk, "QuickBooks")).toContainText("$210.25");
  await expect(panel(clerk, "QuickBooks").getByRole("listitem")).toContainText(["Credit card"]);

  await clerk.goto(`/payables?q=${paid}`);
  await expect(clerk.getByRole("heading", { name: "No bill fits" })).toBeVisible();
  await expect((await openRow(clerk, "archive", paid)).getByText("Paid")).toBeVisible();
  await clerk.goto(`/bills/${paidId}`);
  const applied = panel(clerk, "QuickBooks").getByRole("listitem");
  await expect(applied).toHaveCount(1);
  await expect(applied).toContainText(`Check ${String(payment.fields.RefNumber)}`);
  await expect(applied).toContainText("$310.25");
});
