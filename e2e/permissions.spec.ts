import type { Page, Request } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { hashPassword } from "@/lib/access/password";
import { saveBill } from "@/lib/bills/save-bill";
import { createConnection } from "@/lib/quickbooks/connections/create-connection";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { newNumber } from "./fixtures/bill-form";
import { panel, unapprove } from "./fixtures/bill-page";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";

test("an approver is offered nothing beyond approving, and refused the rest", async ({
  as,
  complaints,
  data,
}) => {
  const billId = await data.approvedBill(newNumber("PER"));
  const approver = await as("Marcus");
  await approver.goto(`/bills/${billId}`);
  await expect(panel(approver, "Approval")).toBeVisible();
  await expect(approver.getByRole("button", { name: "Un-approve" })).toHaveCount(0);
  await expect(approver.getByRole("button", { name: "Edit" })).toHaveCount(0);
  for (const name of ["Sync", "Connections", "People", "Enter bill"]) {
    await expect(approver.getByRole("link", { name })).toHaveCount(0);
  }
  complaints.expect(
    /You do not have the right|app-error:forbidden|server responded with a status of|error #441|Server Components render/,
  );
  for (const path of [
    "/sync",
    "/sync?tab=runs",
    "/settings/people",
    "/settings/approvals",
    "/settings/connections",
    `/settings/connections/${data.connectionId}`,
  ]) {
    await approver.goto(path);
    await expect(approver.getByText("You do not have the right to do this.")).toBeVisible();
  }
  const file = await approver.request.get(`/api/qbwc/${data.connectionId}/file`);
  expect(file.status()).toBe(403);
});

/** The server action that a page sends next. */
const nextAction = (page: Page): Promise<Request> =>
  page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());

/** The same server action, word for word but for the bill, from another person's browser. */
async function replay(action: Request, page: Page, from: string, to: string) {
  const {
    "next-action": id = "",
    "content-type": type = "",
    "next-router-state-tree": tree = "",
  } = action.headers();
  return page.request.post(action.url().replace(from, to), {
    headers: {
      "next-action": id,
      "content-type": type,
      "next-router-state-tree": tree,
      origin: new URL(action.url()).origin,
    },
    data: (action.postData() ?? "").replaceAll(from, to),
    maxRedirects: 0,
  });
}

test("the server refuses a copied action of somebody with more rights", async ({ as, data, newPage }) => {
  const [first, second] = [
    await data.approvedBill(newNumber("RP1")),
    await data.approvedBill(newNumber("RP2")),
  ];
  const accounting = await as("Priya");
  const sent = nextAction(accounting);
  await unapprove(accounting, first, "To be copied.");
  const action = await sent;
  expect(await data.recordOf(first)).toMatchObject({ state: "draft" });

  const approver = await as("Marcus");
  const refused = await replay(action, approver, first, second);
  expect(await refused.text()).toContain("forbidden");
  const nobody = await newPage();
  const sentAway = await replay(action, nobody, first, second);
  expect(sentAway.headers()["x-action-redirect"] ?? sentAway.headers().location).toContain("/sign-in");
  expect(await data.recordOf(second)).toMatchObject({ state: "approved", job: "waiting" });

  // The copy is a good one: from a person with the right it works.
  const granted = await replay(action, await as("Dana"), first, second);
  expect(granted.status()).toBe(200);
  expect(await data.recordOf(second)).toMatchObject({ state: "draft" });
});

test("whoever is signed out is asked to sign in, and led back", async ({ newPage, data }) => {
  const page = await newPage();
  for (const path of ["/inbox", "/payables?q=7", `/settings/connections/${data.connectionId}`]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  for (const path of [
    `/api/qbwc/${data.connectionId}/file`,
    "/api/live/version",
    "/api/lookup?list=vendor",
  ]) {
    expect((await page.request.get(path)).status()).toBe(401);
  }
});

test("another organisation's records are not found", async ({ as, complaints, data }) => {
  const { db } = data.connection;
  const orgId = await createOrganisation(db, "Elsewhere Incorporated");
  const stranger = await createPerson(db, orgId, { name: "Stella Stranger", roles: ["admin"] });
  const { connectionId } = await createConnection(stranger, { name: "Elsewhere" });
  const { billId } = await saveBill(stranger, {
    billId: null,
    connectionId,
    vendorId: null,
    invoiceNumber: "ELSEWHERE-1",
    billDate: "2026-11-02",
    dueDate: "",
    termsId: null,
    apAccountId: null,
    memo: "A secret of others",
    amount: "1.00",
    lines: [],
  });
  complaints.expect(/status of 404/);
  const admin = await as("Dana");
  for (const path of [`/bills/${billId}`, `/bills/${billId}/edit`, `/settings/connections/${connectionId}`]) {
    await admin.goto(path);
    await expect(admin.getByRole("heading", { name: "This does not exist, or not any more" })).toBeVisible();
    await expect(admin.locator("body")).not.toContainText("ELSEWHERE-1");
  }
  expect((await admin.request.get(`/api/qbwc/${connectionId}/file`)).status()).toBe(404);
  expect((await admin.request.get(`/api/lookup?list=vendor&connectionId=${connectionId}`)).status()).toBe(
    404,
  );
});

test("a person who is removed is out at the next click", async ({ complaints, data, newPage }) => {
  const { db } = data.connection;
  const password = "soon-to-be-removed";
  const person = await createPerson(db, data.people.Dana.orgId, {
    name: "Rita Removed",
    roles: ["clerk"],
    passwordHash: await hashPassword(password),
  });
  const page = await newPage();
  await signIn(page, { email: person.email, password });
  complaints.expect(/401/);
  await db
    .update(memberships)
    .set({ isActive: false })
    .where(and(eq(memberships.orgId, person.orgId), eq(memberships.userId, person.userId)));
  await page
    .getByRole("navigation", { name: "Main" })
    .first()
    .getByRole("link", { name: /Accounts Payable/ })
    .click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "password" })).toBeVisible();
});
