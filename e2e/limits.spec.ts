import type { Locator, Page } from "@playwright/test";
import { enterBill, newNumber } from "./fixtures/bill-form";
import { approve, changeDueDate, panel, press } from "./fixtures/bill-page";
import { type FirstName, loginOf } from "./fixtures/logins";
import { openPage } from "./fixtures/open-page";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

type NewPage = (options: { baseURL: string }) => Promise<Page>;

/** Lets people of the demo into an application of a story's own. */
const visitorsOf =
  (newPage: NewPage, baseURL: string) =>
  async (firstName: FirstName): Promise<Page> => {
    const page = await newPage({ baseURL });
    await signIn(page, loginOf(firstName));
    return page;
  };

/** Opens somebody's rights, changes them and saves. */
async function editPerson(admin: Page, name: string, change: (dialog: Locator) => Promise<void>) {
  await press(admin.getByRole("button", { name: `Actions for ${name}` }));
  await admin.getByRole("menuitem", { name: "Edit" }).click();
  const dialog = admin.getByRole("dialog");
  await change(dialog);
  await dialog.getByRole("button", { name: "Save" }).click();
}

const approval = (page: Page) => panel(page, "Approval");
const approveButton = (page: Page) => page.getByRole("button", { name: "Approve", exact: true });

test("above somebody's limit their supervisor is asked after them, and nobody stands above themselves", async ({
  apps,
  newPage,
}) => {
  const office = await apps.seeded();
  const enter = visitorsOf(newPage, office.baseURL);
  const costs = (amount: string) => [{ account: "Job Materials", amount, about: "Roof trusses" }];
  const number = newNumber("LIM");
  const billId = await office.data.submittedBill(number, costs("1212.00"));

  const elena = await enter("Elena");
  await openPage(elena, `/approvals?q=${number}`);
  await expect(elena.getByRole("row").filter({ hasText: number })).toHaveCount(0);

  const admin = await enter("Dana");
  await admin.goto("/settings/people");
  await editPerson(admin, "Marcus Bell", async (dialog) => {
    await dialog.getByLabel("Approval limit").fill("1,000");
    await dialog.getByLabel("Supervisor").selectOption({ label: "Elena Sorensen" });
  });
  await expect(admin.getByRole("dialog")).toHaveCount(0);
  await expect(admin.getByRole("row").filter({ hasText: "Marcus Bell" })).toContainText("$1,000.00");
  await editPerson(admin, "Elena Sorensen", async (dialog) => {
    await dialog.getByLabel("Supervisor").selectOption({ label: "Marcus Bell" });
  });
  await expect(
    admin.getByText("Marcus Bell is supervised by this person. Choose somebody else."),
  ).toBeVisible();

  // The bill was on its way already: it asks the supervisor too, after the one whose limit it is over.
  const marcus = await enter("Marcus");
  await marcus.goto(`/bills/${billId}`);
  await expect(approval(marcus)).toContainText("Elena Sorensen");
  await elena.goto(`/bills/${billId}`);
  await expect(approval(elena)).toBeVisible();
  await expect(approveButton(elena)).toHaveCount(0);
  await approve(marcus, billId);
  expect(await office.data.recordOf(billId)).toMatchObject({ state: "in_approval" });
  // Her open page brings the button by itself.
  await expect(approveButton(elena)).toBeVisible();
  await approve(elena, billId);
  expect(await office.data.recordOf(billId)).toMatchObject({ state: "approved", job: "waiting" });

  // Below the limit he is enough.
  const small = await office.data.submittedBill(newNumber("LIM"), costs("999.99"));
  await approve(marcus, small);
  expect(await office.data.recordOf(small)).toMatchObject({ state: "approved" });
});

test("nobody approves what they entered, and an edit starts the approval again, where the Admin has it so", async ({
  apps,
  newPage,
}) => {
  const office = await apps.seeded();
  const enter = visitorsOf(newPage, office.baseURL);
  const admin = await enter("Dana");
  const change = async (label: string, checked: boolean) => {
    await admin.goto("/settings/approvals");
    const box = admin.getByRole("checkbox", { name: label });
    await untilHydrated(box);
    await box.setChecked(checked);
    await press(admin.getByRole("button", { name: "Save" }));
    await expect(admin.getByText("The settings are saved")).toBeVisible();
  };

  // Marcus enters bills too from now on, and the workflow asks him about his own.
  await admin.goto("/settings/people");
  await editPerson(admin, "Marcus Bell", (dialog) =>
    dialog.getByRole("checkbox", { name: /^Clerk/ }).check(),
  );
  await expect(admin.getByRole("dialog")).toHaveCount(0);
  const marcus = await enter("Marcus");
  const own = await enterBill(marcus, {
    ...{ vendor: "Island Hardware", number: newNumber("OWN"), date: "2026-11-02" },
    lines: [{ account: "Job Materials", amount: "431.00" }],
  });
  await expect(approveButton(marcus)).toBeVisible();
  await change("Nobody approves what they entered", true);
  // His open page loses the button by itself; the bill asks an Admin instead.
  await expect(approveButton(marcus)).toHaveCount(0);
  await approve(admin, own);
  expect(await office.data.recordOf(own)).toMatchObject({ state: "approved" });

  // Dates start nothing again any more: the signature counts on.
  await change("Dates", false);
  const lines = [{ account: "Job Materials", amount: "3131.00", about: "Windows" }];
  const billId = await office.data.submittedBill(newNumber("AGAIN"), lines);
  await approve(marcus, billId);
  const [joy, elena] = [await enter("Joy"), await enter("Elena")];
  await changeDueDate(joy, billId, "2027-01-04");
  await elena.goto(`/bills/${billId}`);
  await expect(approveButton(elena)).toBeVisible();
  await expect(approveButton(marcus)).toHaveCount(0);

  // Now they do: he is asked anew, and she after him.
  await change("Dates", true);
  await changeDueDate(joy, billId, "2027-01-05");
  await elena.goto(`/bills/${billId}`);
  await expect(approval(elena)).toContainText("Round 2");
  await expect(approveButton(elena)).toHaveCount(0);
  await approve(marcus, billId);
  await approve(elena, billId);
  expect(await office.data.recordOf(billId)).toMatchObject({ state: "approved" });
});
