import { enterBill, newNumber } from "./fixtures/bill-form";
import { approve, openRow } from "./fixtures/bill-page";
import { markDocument } from "./fixtures/mark-document";
import { readableBill } from "./fixtures/quickbooks";
import { expect, test } from "./fixtures/story";

test("a bill goes from the clerk's keyboard into QuickBooks, field by field", async ({ as, quickBooks }) => {
  const number = newNumber("B2Q");
  const clerk = await as("Joy");
  const billId = await enterBill(clerk, {
    vendor: "Skagit Ready Mix",
    number,
    date: "2026-11-02",
    terms: "Net 15",
    memo: "Dock pour & finish, 20% off; café corner",
    lines: [
      {
        account: "Job Materials",
        amount: "1250.40",
        description: "Forms and stakes",
        class: "Commercial:Public Works",
        customer: "Bayview Yacht Club:Dock House",
        billable: true,
      },
      {
        item: "Concrete 4000 psi",
        quantity: "9.5",
        cost: "156.75",
        description: "4000 psi, delivered",
        class: "Shop",
        customer: "Fidalgo School District:Gymnasium Floor",
      },
    ],
  });

  await approve(await as("Marcus"), billId);
  await approve(await as("Elena"), billId);

  const accounting = await as("Priya");
  const row = await openRow(accounting, "payables", number);
  await expect(row.getByRole("img", { name: "Waiting to sync to QuickBooks" })).toBeVisible();
  const isSameDocument = await markDocument(accounting);
  await quickBooks.run();
  await expect(row.getByRole("img", { name: "Linked with QuickBooks" })).toBeVisible();
  await isSameDocument();

  expect(readableBill(quickBooks.company, quickBooks.bill(number))).toEqual({
    TxnDate: "2026-11-02",
    VendorRef: "Skagit Ready Mix",
    APAccountRef: "Accounts Payable",
    RefNumber: number,
    TermsRef: "Net 15",
    DueDate: "2026-11-17",
    Memo: "Dock pour & finish, 20% off; café corner",
    expenseLines: [
      {
        AccountRef: "Job Materials",
        Amount: "1250.40",
        Memo: "Forms and stakes",
        CustomerRef: "Bayview Yacht Club:Dock House",
        ClassRef: "Commercial:Public Works",
        BillableStatus: "Billable",
      },
    ],
    itemLines: [
      {
        ItemRef: "Concrete 4000 psi",
        Desc: "4000 psi, delivered",
        Quantity: "9.5",
        Cost: "156.75",
        Amount: "1489.13",
        CustomerRef: "Fidalgo School District:Gymnasium Floor",
        ClassRef: "Shop",
        BillableStatus: "NotBillable",
      },
    ],
  });
});
