import type { Locator } from "@playwright/test";
import { proposePayment } from "@/lib/payments/propose-payment";
import { recordPayment } from "@/lib/payments/record-payment";
import { expectAccessible } from "./fixtures/accessible";
import { newNumber } from "./fixtures/bill-form";
import { openRow, panel, press } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

/** Whatever the sheet proposes: it is what was used last, here or in QuickBooks. */
async function payByCheck(sheet: Locator, number: string): Promise<void> {
  await sheet.getByLabel("Paid by").selectOption({ label: "Check" });
  await sheet.getByLabel("Bank account").selectOption({ label: "1010 Harbor Community Checking" });
  await sheet.getByLabel("To be printed in QuickBooks").uncheck();
  await sheet.getByLabel("Check number").fill(number);
}

test("a bill marked as paid here is paid in QuickBooks and goes to the Archive by what that says", async ({
  as,
  data,
  quickBooks,
}) => {
  const number = newNumber("PY");
  const billId = await data.approvedBill(number);
  await quickBooks.run();

  const priya = await as("Priya");
  await priya.goto(`/bills/${billId}`);
  await press(panel(priya, "Payments").getByRole("button", { name: "Mark as paid" }));
  const sheet = priya.getByRole("dialog", { name: "Mark as paid" });
  await expect(sheet.getByLabel(`Amount for ${number}`)).toHaveValue("310.25");
  await expectAccessible(priya);
  await payByCheck(sheet, "50117");
  await sheet.getByRole("button", { name: "Record payment of $310.25" }).click();
  await expect(sheet).toBeHidden();

  const payments = panel(priya, "Payments");
  await expect(payments.getByRole("listitem")).toContainText(["Waits for QuickBooks"]);
  await expect(payments.getByRole("button", { name: "Mark as paid" })).toBeHidden();
  const row = await openRow(priya, "payables", number);
  await expect(row.getByLabel("A payment of $310.25 waits to sync to QuickBooks")).toBeVisible();

  await quickBooks.run();
  await expect((await openRow(priya, "archive", number)).getByText("Paid")).toBeVisible();
  const checks = () =>
    quickBooks.company.txns("BillPaymentCheck").filter((txn) => txn.fields.RefNumber === "50117");
  expect(checks()).toHaveLength(1);
  expect(quickBooks.company.open(quickBooks.bill(number).txnId)).toBe("0.00");

  await priya.goto(`/bills/${billId}`);
  await payments.getByRole("link", { name: "Check 50117" }).click();
  await expect(panel(priya, "Bills")).toContainText("Paid by check$310.25");
});

test("a payment is voided with a reason, and its bill is open again", async ({ as, data, quickBooks }) => {
  const number = newNumber("PV");
  const billId = await data.approvedBill(number);
  const { accounts } = await proposePayment(data.people.Priya, { billIds: [billId] });
  const { paymentId } = await recordPayment(data.people.Priya, {
    ...{ method: "check", accountId: accounts.check[0]?.id ?? "", date: "2026-11-20", refNumber: "50118" },
    applications: [{ billId, amount: "310.25" }],
  });
  await quickBooks.run();

  const priya = await as("Priya");
  await priya.goto(`/payments/${paymentId}`);
  const standing = panel(priya, "QuickBooks");
  await press(standing.getByRole("button", { name: "Void" }));
  const asked = priya.getByRole("dialog", { name: "Void this payment" });
  await asked.getByLabel("Reason").fill("Stopped at the bank");
  await asked.getByRole("button", { name: "Void in QuickBooks" }).click();
  await expect(standing).toContainText("It is to be voided");
  await quickBooks.run();
  await expect(standing).toContainText("Voided in QuickBooks");
  const [check] = quickBooks.company
    .txns("BillPaymentCheck")
    .filter((txn) => txn.fields.RefNumber === "50118");
  expect(check?.voided).toBe(true);
  await expect(await openRow(priya, "payables", number)).toContainText("310.25");
});

test("two bills of a vendor are paid with one check; a payment made in QuickBooks is shown on its bill", async ({
  as,
  data,
  quickBooks,
}) => {
  const prefix = newNumber("PZ");
  const numbers = [`${prefix}-1`, `${prefix}-2`];
  const ids: string[] = [];
  for (const number of numbers) ids.push(await data.approvedBill(number));
  const theirs = newNumber("PQ");
  const theirsId = await data.approvedBill(theirs);
  await quickBooks.run();

  const priya = await as("Priya");
  await priya.goto(`/payables?q=${prefix}`);
  for (const number of numbers) {
    const box = priya.getByRole("checkbox", { name: `Choose Bayside Concrete ${number}` });
    await expect(async () => {
      await box.check();
      await expect(box).toBeChecked();
    }).toPass();
  }
  await press(priya.getByRole("button", { name: "Mark 2 as paid" }));
  const sheet = priya.getByRole("dialog", { name: "Mark as paid" });
  await payByCheck(sheet, "50230");
  await sheet.getByLabel(`Amount for ${numbers[1]}`).fill("100.00");
  await sheet.getByRole("button", { name: "Record payment of $410.25" }).click();
  await expect(sheet).toBeHidden();
  const payment = quickBooks.company.payBill(quickBooks.bill(theirs).txnId);
  await quickBooks.run();

  await expect((await openRow(priya, "archive", numbers[0] ?? "")).getByText("Paid")).toBeVisible();
  await expect(await openRow(priya, "payables", numbers[1] ?? "")).toContainText("210.25");
  expect(quickBooks.company.open(quickBooks.bill(numbers[1] ?? "").txnId)).toBe("210.25");
  await expect((await openRow(priya, "payments", "50230")).getByText("In QuickBooks")).toBeVisible();

  const joy = await as("Joy");
  await joy.goto(`/bills/${theirsId}`);
  const shown = panel(joy, "Payments").getByRole("listitem");
  await expect(shown).toContainText([`Check ${String(payment.fields.RefNumber)}`]);
  await expect(shown).toContainText(["paid in QuickBooks"]);
  await expect(joy.getByRole("heading", { level: 1 }).locator("..").getByText("Paid")).toBeVisible();
});
