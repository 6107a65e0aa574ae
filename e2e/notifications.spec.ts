import type { Page } from "@playwright/test";
import { startMailServer } from "@/lib/testing/mail-server";
import { newNumber } from "./fixtures/bill-form";
import { panel, press } from "./fixtures/bill-page";
import { type FirstName, loginOf } from "./fixtures/logins";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ }).filter({ visible: true });

/** Opens the bell and gives the unread notification that speaks of this bill. */
async function unreadOf(page: Page, words: string) {
  await press(bell(page));
  const sheet = page.getByRole("dialog", { name: "Notifications" });
  const item = sheet.getByRole("listitem").filter({ hasText: words }).filter({ hasText: "Unread:" });
  await expect(item).toHaveCount(1);
  return item;
}

test("people are told in the app and by mail: it waits, it is rejected, a mention, a sync error", async ({
  apps,
  newPage,
}) => {
  const server = await startMailServer();
  try {
    const { baseURL, data, quickBooks } = await apps.seeded({
      SMTP_URL: server.url,
      MAIL_FROM: "Countersign <bills@northwind.example>",
    });
    const open = async (firstName: FirstName) => {
      const page = await newPage({ baseURL });
      await signIn(page, loginOf(firstName));
      return page;
    };
    const mailsTo = (firstName: FirstName, words: string) =>
      server.to(loginOf(firstName).email).filter(({ subject }) => subject.includes(words));
    const oneMail = (firstName: FirstName, words: string) =>
      expect.poll(() => mailsTo(firstName, words).length).toBe(1);

    // The approver looks at another page; the bell counts by itself, and the mail leads to the bill.
    const number = newNumber("TELL");
    const marcus = await open("Marcus");
    await untilHydrated(bell(marcus));
    const billId = await data.submittedBill(number);
    await oneMail("Marcus", number);
    const [waits] = mailsTo("Marcus", number);
    expect(waits?.subject).toMatch(/waits for your approval$/);
    expect(waits?.text).toContain(`${baseURL}/bills/${billId}`);
    await expect(bell(marcus)).toHaveAccessibleName(/unread/);
    const counted = (await bell(marcus).getAttribute("aria-label")) ?? "";
    await (await unreadOf(marcus, number)).getByRole("link").click();
    await expect(panel(marcus, "Approval")).toBeVisible();
    // Having looked at it, he is told of it no more.
    await expect(bell(marcus)).not.toHaveAccessibleName(counted);
    await marcus.goto("/notifications?show=waits");
    const row = marcus
      .getByRole("list", { name: "Notifications" })
      .getByRole("listitem")
      .filter({ hasText: number });
    await expect(row).toHaveCount(1);
    await expect(row).not.toContainText("Unread:");

    // He rejects it with a note: the clerk's open page says so.
    const joy = await open("Joy");
    await marcus.goto(`/bills/${billId}`);
    await press(marcus.getByRole("button", { name: "Reject", exact: true }));
    const dialog = marcus.getByRole("dialog");
    await dialog.getByRole("textbox").fill("The hours are those of March.");
    await dialog.getByRole("button", { name: /^Reject/ }).click();
    await expect(dialog).toBeHidden();
    await oneMail("Joy", number);
    expect(mailsTo("Joy", number)[0]?.text).toContain("The hours are those of March.");
    const rejected = await unreadOf(joy, number);
    await expect(rejected).toContainText("Marcus Bell rejected");
    await expect(rejected).toContainText("The hours are those of March.");
    await rejected.getByRole("link").click();
    await expect(joy).toHaveURL(`${baseURL}/bills/${billId}`);

    // The clerk asks somebody who has nothing to do with the bill.
    const elena = await open("Elena");
    const box = joy.getByLabel("Comment or question");
    await untilHydrated(box);
    await box.focus();
    await joy.keyboard.type("Were you there, @ele");
    await joy.keyboard.press("Enter");
    await joy.keyboard.press("Control+Enter");
    await expect(panel(joy, "Questions and comments").getByRole("listitem")).toHaveCount(1);
    await oneMail("Elena", number);
    await expect(await unreadOf(elena, number)).toContainText("Joy Castillo mentioned you");

    // QuickBooks refuses a bill: Accounting Access is told, the clerk is not.
    const priya = await open("Priya");
    await quickBooks.run();
    const refused = newNumber("REFUSED");
    await data.approvedBill(refused);
    const words = "There was an error when saving a Bill.";
    quickBooks.company.refuseNext({ request: "BillAdd", code: 3210, message: words });
    await quickBooks.run();
    await oneMail("Priya", refused);
    const error = await unreadOf(priya, refused);
    await expect(error).toContainText(words);
    await error.getByRole("button", { name: /^Mark as read/ }).click();
    await expect(error).toHaveCount(0);
    expect(mailsTo("Joy", refused)).toEqual([]);
    expect(mailsTo("Marcus", number)).toHaveLength(1);
    expect(mailsTo("Joy", number)).toHaveLength(1);
  } finally {
    await server.close();
  }
});
