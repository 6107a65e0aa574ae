import { fillLine, newNumber } from "./fixtures/bill-form";
import { approve, changeDueDate, panel, press, unapprove } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

test("un-approved, changed and submitted again: the next approver sees what changed since it was signed", async ({
  as,
  data,
}) => {
  const number = newNumber("REV");
  const billId = await data.approvedBill(number, [
    { account: "Job Materials", amount: "260.00", about: "Slab" },
    { account: "Office Supplies", amount: "40.00", about: "Paper" },
  ]);
  const priya = await as("Priya");
  await unapprove(priya, billId, "The paper was for another job.");
  await press(priya.getByRole("button", { name: "Edit" }));
  const form = priya.getByRole("form", { name: "Bill" });
  await fillLine(priya, 1, { amount: "300.00" });
  await press(priya.getByRole("group", { name: "Line 2" }).getByRole("button", { name: /remove/i }));
  await form.getByRole("textbox", { name: "Amount" }).first().fill("300.00");
  await press(priya.getByRole("button", { name: "Save and submit" }));
  await expect(panel(priya, "Approval").getByText("Round 2")).toBeVisible();

  const marcus = await as("Marcus");
  await marcus.goto(`/bills/${billId}`);
  await press(panel(marcus, "Approval").getByRole("link", { name: "What changed since revision 1" }));
  await expect(marcus.getByRole("heading", { name: "Two revisions side by side", level: 1 })).toBeVisible();
  const lines = marcus.getByRole("table", { name: "The lines of both revisions" });
  await expect(lines.getByRole("rowheader", { name: /^Line 1 Changed/ })).toBeVisible();
  await expect(lines.getByRole("row", { name: /^Amount \(differs\)/ }).first()).toContainText("$300.00");
  await expect(lines.getByRole("rowheader", { name: /^Line 2 before Removed/ })).toContainText("Paper");
  await expect(marcus.getByText("Approved by Marcus Bell")).toBeVisible();

  // Any two: the same one twice differs in nothing.
  const earlier = marcus.getByLabel("Earlier");
  await untilHydrated(earlier);
  await earlier.selectOption("2");
  await expect(marcus.getByText("Nothing differs")).toBeVisible();
  await expect(marcus).toHaveURL(/from=2&to=2/);
  await marcus.goto(`/bills/${billId}`);
  await press(panel(marcus, "Approval history").getByRole("link", { name: "What changed in revision 2" }));
  await expect(marcus).toHaveURL(/from=1&to=2/);
  await approve(marcus, billId);

  // A revision that the bill does not have is a page that does not exist.
  await marcus.goto(`/bills/${billId}/revisions?from=1&to=9`);
  await expect(marcus.getByText("This does not exist, or not any more")).toBeVisible();
});

test("a bill that changes under an approver's eyes is looked at again before it is decided", async ({
  as,
  data,
}) => {
  const billId = await data.submittedBill(newNumber("EYES"));
  const marcus = await as("Marcus");
  await marcus.goto(`/bills/${billId}`);
  const button = marcus.getByRole("button", { name: "Approve", exact: true });
  await untilHydrated(button);

  await changeDueDate(await as("Joy"), billId, "2026-12-24");

  const notice = marcus.getByRole("alert").filter({ hasText: "changed the bill after you opened it" });
  await expect(notice).toContainText("Joy");
  await expect(notice).toContainText("Due date");
  await expect(notice).toContainText("Dec 24, 2026");
  await expect(button).toHaveCount(0);
  await marcus.keyboard.press("a");
  expect((await data.recordOf(billId)).state).toBe("in_approval");
  await press(notice.getByRole("button", { name: "Look again" }));
  await expect(notice).toHaveCount(0);
  await press(button);
  await expect.poll(async () => (await data.recordOf(billId)).state).toBe("approved");
});
