import type { Page } from "@playwright/test";
import { startMailServer } from "@/lib/testing/mail-server";
import { expectAccessible } from "./fixtures/accessible";
import { newNumber } from "./fixtures/bill-form";
import { panel } from "./fixtures/bill-page";
import { chooseNewPassword, join, readLink } from "./fixtures/links";
import { loginOf } from "./fixtures/logins";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

const PASSWORD = "a password of my own";

/** Opens the people page and invites a Viewer. */
async function inviteViewer(admin: Page, { name, email }: { name: string; email: string }, submit: string) {
  await admin.goto("/settings/people");
  const invite = admin.getByRole("button", { name: "Invite a person" });
  await untilHydrated(invite);
  await invite.click();
  await admin.getByLabel("Name").fill(name);
  await admin.getByLabel("Email address").fill(email);
  await admin.getByRole("checkbox", { name: /^Clerk/ }).uncheck();
  await admin.getByRole("checkbox", { name: /^Viewer/ }).check();
  await admin.getByRole("button", { name: submit }).click();
}

const newPerson = () => {
  const name = `Vera Viewer ${Date.now()}`;
  return { name, email: `vera.${Date.now()}@example.com` };
};

test("a link lets one person in, once; sent again or taken back, the old one is over", async ({
  as,
  data,
  newPage,
}) => {
  const vera = newPerson();
  const admin = await as("Dana");
  await inviteViewer(admin, vera, "Make the invitation");
  const first = await readLink(admin, `Invitation for ${vera.name}`);
  const invited = admin.getByRole("listitem", { name: vera.name });
  await expect(invited).toContainText("Viewer");
  await expect(invited).toContainText("Runs out in 7 d");
  await admin.getByRole("button", { name: `Send ${vera.name} the invitation again` }).click();
  const second = await readLink(admin, `Invitation for ${vera.name}`);

  const page = await newPage();
  await page.goto(first);
  await expect(page.getByRole("heading", { name: "This link works no more" })).toBeVisible();
  await page.goto(second);
  await expect(page.getByText("Dana Whitfield invites you")).toBeVisible();
  await expect(page.getByText("Your rights: Viewer.")).toBeVisible();
  await expectAccessible(page);
  await join(page, second, PASSWORD);
  await expect(invited).toHaveCount(0);
  await expect(admin.getByRole("row").filter({ hasText: vera.name })).toContainText("Viewer");

  // A Viewer is offered nothing but looking.
  const billId = await data.submittedBill(newNumber("VIEW"));
  for (const name of ["Enter bill", "Sync", "Connections", "People"]) {
    await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  }
  await page.goto(`/bills/${billId}`);
  await expect(panel(page, "Approval")).toBeVisible();
  for (const name of [/^Approve/, /^Reject/, "Edit", "Submit", "Un-approve", /^Add an approver/]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  }

  // Used, it is over; and so is one that was taken back.
  await page.goto(second);
  await expect(page.getByRole("heading", { name: "This link works no more" })).toBeVisible();
  const other = newPerson();
  await inviteViewer(admin, other, "Make the invitation");
  const third = await readLink(admin, `Invitation for ${other.name}`);
  await admin.getByRole("button", { name: `Take the invitation of ${other.name} back` }).click();
  await admin.getByRole("button", { name: "Take back", exact: true }).click();
  // While it is asked, the page behind the question is hidden: what is not found there may still be there.
  await expect(admin.getByRole("alertdialog")).toHaveCount(0);
  await expect(admin.getByRole("listitem", { name: other.name })).toHaveCount(0);
  await page.goto(third);
  await expect(page.getByRole("heading", { name: "This link works no more" })).toBeVisible();
});

test("the Admin chooses which pages somebody is shown, and on which they start", async ({ as, newPage }) => {
  const vera = newPerson();
  const admin = await as("Dana");
  await inviteViewer(admin, vera, "Make the invitation");
  const page = await newPage();
  await join(page, await readLink(admin, `Invitation for ${vera.name}`), PASSWORD);
  await expect(page).toHaveURL(/\/inbox/);
  await admin.getByRole("button", { name: `Actions for ${vera.name}` }).click();
  await admin.getByRole("menuitem", { name: "Pages" }).click();
  await admin.getByLabel("Payments").uncheck();
  await admin.getByLabel("First page").selectOption({ label: "Archive" });
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("dialog")).toHaveCount(0);
  await page.goto("/");
  await expect(page).toHaveURL(/\/archive/);
  const main = page.getByRole("navigation", { name: "Main" }).first();
  await expect(main.getByRole("link", { name: "Vendors" })).toBeVisible();
  await expect(main.getByRole("link", { name: "Payments" })).toHaveCount(0);
  await page.goto("/payments");
  await expect(page.getByRole("heading", { name: "Payments", level: 1 })).toBeVisible();
});

test("without a mail server, whoever forgot their password is told to ask an Admin", async ({ newPage }) => {
  const page = await newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot it?" }).click();
  await expect(page.getByText("This server sends no mail. Ask an Admin")).toBeVisible();
});

test("with a mail server the links go by mail, and the Admin sees none", async ({ apps, newPage }) => {
  const mail = await startMailServer();
  const { baseURL } = await apps.seeded({ SMTP_URL: mail.url });
  const vera = newPerson();
  /** The link of the last mail to her, once it is there. */
  const linkOf = async (subject: RegExp) => {
    const arrived = () => mail.to(vera.email).filter((each) => subject.test(each.subject));
    await expect.poll(() => arrived().length).toBe(1);
    return /https?:\/\/\S+/.exec(arrived()[0]?.text ?? "")?.[0] ?? "";
  };
  const admin = await newPage({ baseURL });
  await signIn(admin, loginOf("Dana"));
  await inviteViewer(admin, vera, "Send the invitation");
  await expect(admin.getByText(`A mail is on its way to ${vera.email}`)).toBeVisible();
  await expect(admin.getByRole("dialog").getByRole("textbox")).toHaveCount(0);
  const page = await newPage({ baseURL });
  await join(page, await linkOf(/^Dana Whitfield invites you to/), PASSWORD);

  // Forgotten on the way home: the answer is the same for an address that nobody has.
  const phone = await newPage({ baseURL });
  for (const email of ["nobody@example.com", vera.email]) {
    await phone.goto("/new-password");
    const field = phone.getByLabel("Email address");
    await untilHydrated(field);
    await field.fill(email);
    await phone.getByRole("button", { name: "Send the link" }).click();
    await expect(phone.getByText(`If ${email} is the address of an account here`)).toBeVisible();
  }
  await chooseNewPassword(phone, await linkOf(/^A new password/), "another one of my own");
  expect(mail.to("nobody@example.com")).toEqual([]);
  // Who was signed in before is not any more.
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(phone, { email: vera.email, password: "another one of my own" });
  await mail.close();
});
