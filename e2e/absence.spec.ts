import { addApprover } from "@/lib/bills/add-approver";
import { createPerson } from "@/lib/testing/people";
import { newNumber } from "./fixtures/bill-form";
import { panel, press, signatures } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

/** Today where the demo's organisation is, as a date field takes it. */
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(new Date());

test("while an approver is away, whoever stands in approves in their place", async ({ as, data }) => {
  const number = newNumber("ABS");
  const billId = await data.submittedBill(number);

  const marcus = await as("Marcus");
  await marcus.goto("/settings/absences");
  await press(marcus.getByRole("button", { name: "Enter an absence" }));
  const dialog = marcus.getByRole("dialog", { name: "Enter an absence" });
  // Only an Admin enters somebody else's.
  await expect(dialog.getByLabel("Who is away")).toHaveCount(0);
  await dialog.getByLabel("First day").fill(today());
  await dialog.getByLabel("Last day").fill("2020-01-01");
  await dialog.getByLabel("Stand-in").fill("Elena");
  await dialog.getByLabel("Stand-in").press("Enter");
  await dialog.getByRole("button", { name: "Enter", exact: true }).click();
  await expect(dialog.getByText("The last day cannot be before the first.")).toBeVisible();
  await dialog.getByLabel("Last day").fill("2099-12-30");
  await dialog.getByRole("button", { name: "Enter", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(marcus.getByText("Away now")).toBeVisible();
  await expect(marcus.getByText("Elena Sorensen stands in")).toBeVisible();

  // Whoever stands in is told so, is led to the bill, and is not let go away herself.
  const elena = await as("Elena");
  await elena.goto(`/approvals?q=${number}`);
  await elena.getByRole("link", { name: "Bayside Concrete" }).first().click();
  await expect(panel(elena, "Approval")).toContainText("Away until Dec 30, 2099; you stand in");
  await press(elena.getByRole("button", { name: "Approve", exact: true }));
  await expect(signatures(elena)).toHaveCount(1);
  await expect(panel(elena, "Approval")).toContainText("Elena Sorensen, standing in");
  expect(await data.recordOf(billId)).toMatchObject({ state: "approved", job: "waiting" });
  await elena.goto("/settings/absences");
  await expect(elena.getByText("You stand in.")).toBeVisible();
  await press(elena.getByRole("button", { name: "Enter an absence" }));
  const refused = elena.getByRole("dialog", { name: "Enter an absence" });
  await refused.getByLabel("Last day").fill(today());
  await refused.getByLabel("Stand-in").fill("Priya");
  await refused.getByLabel("Stand-in").press("Enter");
  await refused.getByRole("button", { name: "Enter", exact: true }).click();
  await expect(refused.getByText(/Elena Sorensen stands in for Marcus Bell/)).toBeVisible();

  const clerk = await as("Joy");
  await clerk.goto(`/bills/${billId}`);
  await expect(
    clerk
      .getByText("Elena Sorensen approved revision 1 in step 1, for Marcus Bell who is away")
      .filter({ visible: true }),
  ).toBeVisible();

  // The Admin sees everybody's, and removes this one.
  const admin = await as("Dana");
  await admin.goto("/settings/absences");
  await press(admin.getByRole("button", { name: "Remove the absence of Marcus Bell" }));
  await admin.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(admin.getByText("Nobody is away")).toBeVisible();
});

test("before somebody is deactivated, their bills and where those go are told", async ({ as, data }) => {
  const { db } = data.connection;
  const name = `Rex Replaced ${Date.now()}`;
  const rex = await createPerson(db, data.people.Dana.orgId, { name, roles: ["approver"] });
  const billId = await data.submittedBill(newNumber("REX"));
  await addApprover(data.people.Priya, { billId, userId: rex.userId });

  const clerk = await as("Joy");
  await clerk.goto(`/bills/${billId}`);
  await expect(panel(clerk, "Approval")).toContainText("Added by Priya Raman");

  const admin = await as("Dana");
  await admin.goto("/settings/people");
  await press(admin.getByRole("button", { name: `Actions for ${name}` }));
  await admin.getByRole("menuitem", { name: "Deactivate" }).click();
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog).toContainText("1 bill in approval asks them. It goes on with Marcus Bell.");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(dialog).toBeHidden();

  // The clerk's open page shows it by itself.
  await expect(panel(clerk, "Approval")).not.toContainText(name);
  await expect(
    clerk.getByText(`The bill goes to Marcus Bell: ${name} was deactivated`).filter({ visible: true }),
  ).toBeVisible();
});
