import { newNumber } from "./fixtures/bill-form";
import { panel } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

test("a vendor merged into another in QuickBooks: its bills follow, and nothing counts as changed", async ({
  as,
  data,
  quickBooks,
}) => {
  const number = newNumber("MRG");
  const billId = await data.approvedBill(number);
  await quickBooks.run();
  const { company } = quickBooks;
  const before = company.entry("Vendor", "Bayside Concrete");
  const survivor = company.addVendor(`Bayside Concrete & Sons ${number}`);
  company.merge("Vendor", before.listId, survivor.listId);
  await quickBooks.run();

  const clerk = await as("Joy");
  await clerk.goto(`/bills/${billId}`);
  await expect(clerk.getByRole("heading", { level: 1 })).toHaveText(survivor.name);
  await expect(panel(clerk, "QuickBooks").getByText("Same", { exact: true })).toBeVisible();
  await expect(
    clerk.getByText("Records that the bill names were merged in QuickBooks").first(),
  ).toBeVisible();

  // The signatures are those that were given to the old name, and stay.
  await expect(panel(clerk, "Approval history").getByText("Marcus Bell").first()).toBeVisible();

  // Later stories ask for the vendor by the name that the demo gave it.
  company.rename("Vendor", survivor.listId, "Bayside Concrete");
  await quickBooks.run();
});
