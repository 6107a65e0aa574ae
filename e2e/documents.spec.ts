import type { Page } from "@playwright/test";
import { EXE, PNG, pdfOf } from "@/lib/testing/sample-files";
import { expectAccessible } from "./fixtures/accessible";
import { billIdOf, fillBill, newNumber } from "./fixtures/bill-form";
import { panel, press } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

type Bringing = "dragenter" | "drop" | "paste";

/** What the browser tells the page when somebody holds, drops or pastes a file. */
async function tell(page: Page, what: Bringing, name: string, type: string, bytes: Buffer) {
  await page.evaluate(
    ([event, fileName, fileType, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], fileName, { type: fileType }));
      const about = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        event === "paste"
          ? new ClipboardEvent("paste", { ...about, clipboardData: data })
          : new DragEvent(event, { ...about, dataTransfer: data }),
      );
    },
    [what, name, type, bytes.toString("base64")] as const,
  );
}

/** Brings a file to the page as the mouse or the clipboard would: dropped once the page says that it may be. */
async function bring(page: Page, how: "drop" | "paste", name: string, type: string, bytes: Buffer) {
  if (how === "drop")
    await expect(async () => {
      await tell(page, "dragenter", name, type, bytes);
      await expect(page.getByText("Drop the documents of this bill")).toBeVisible({ timeout: 1_000 });
    }).toPass();
  await tell(page, how, name, type, bytes);
}

const documents = (page: Page) => page.getByRole("region", { name: "Documents", exact: true });
const sheet = (page: Page, number: number) =>
  documents(page).getByRole("region", { name: `Page ${number}`, exact: true });
const sizeOf = async (page: Page, number: number) => {
  const box = await sheet(page, number).boundingBox();
  return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
};
const addressOf = async (page: Page): Promise<string> => {
  const { id } = await page.evaluate(async () => {
    const entry = performance
      .getEntriesByType("resource")
      .find(({ name }) => name.includes("/api/documents/"));
    return { id: entry?.name ?? "" };
  });
  return new URL(id).pathname;
};

test("a clerk drops an invoice and pastes a picture; the approver reads them beside the buttons", async ({
  as,
  newPage,
  complaints,
}) => {
  const number = newNumber("DOC");
  const clerk = await as("Joy");
  await clerk.goto("/bills/new");
  await untilHydrated(clerk.getByRole("button", { name: "Add document" }));
  const invoice = await pdfOf([`Invoice ${number}`, "The second page", "The third page"]);
  await bring(clerk, "drop", "invoice.pdf", "application/pdf", invoice);
  await expect(sheet(clerk, 1).getByText(`Invoice ${number}`)).toBeAttached();

  // A program under a borrowed name is refused with words, and the rest is not lost.
  complaints.expect(/422/);
  await bring(clerk, "drop", "setup.pdf", "application/pdf", EXE);
  await expect(documents(clerk).getByRole("alert")).toHaveText(/this file is EXE inside/);
  await documents(clerk).getByRole("button", { name: "Forget setup.pdf" }).click();

  await bring(clerk, "paste", "image.png", "image/png", PNG);
  await expect(documents(clerk).getByRole("tab")).toHaveCount(2);
  await documents(clerk).getByRole("tab").nth(1).click();
  await expect(documents(clerk).getByRole("img", { name: /^The document Pasted/ })).toBeVisible();

  await fillBill(clerk, {
    ...{ vendor: "Island Hardware", number, date: "2026-11-02", terms: "Net 15" },
    lines: [{ account: "Office Supplies", amount: "75.00", description: "Paper" }],
  });
  await press(clerk.getByRole("button", { name: "Save and submit" }));
  const billId = await billIdOf(clerk);
  await expect(documents(clerk).getByRole("tab", { name: "invoice.pdf" })).toBeVisible();

  const approver = await as("Marcus");
  await approver.goto(`/bills/${billId}`);
  await expect(sheet(approver, 1).getByText(`Invoice ${number}`)).toBeAttached();
  await expect(approver.getByRole("button", { name: "Approve", exact: true })).toBeInViewport();
  await expect(sheet(approver, 1)).toBeInViewport();

  await expectAccessible(approver);

  const bar = documents(approver).getByRole("toolbar");
  await expect(bar).toContainText("1 of 3");
  await bar.getByRole("button", { name: "Next page" }).click();
  await expect(bar).toContainText("2 of 3");
  await expect(sheet(approver, 2).getByText("The second page")).toBeInViewport();
  await documents(approver).getByRole("region", { name: "invoice.pdf, 3 pages" }).press("PageDown");
  await expect(bar).toContainText("3 of 3");

  const upright = await sizeOf(approver, 1);
  expect(upright.height).toBeGreaterThan(upright.width);
  await bar.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(async () => (await sizeOf(approver, 1)).width).toBeGreaterThan(upright.width * 1.2);
  // "r" turns the document where it has the focus, and does not ask to reject the bill.
  await documents(approver).getByRole("region", { name: "invoice.pdf, 3 pages" }).press("r");
  await expect
    .poll(async () => {
      const { width, height } = await sizeOf(approver, 1);
      return width > height;
    })
    .toBe(true);
  await expect(approver.getByRole("dialog")).toHaveCount(0);

  // An approver whom the workflow does not ask, and somebody who is not signed in, find nothing there.
  const address = await addressOf(approver);
  const served = await approver.request.get(address);
  expect(served.status()).toBe(200);
  expect(await served.body()).toEqual(invoice);
  expect(served.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-disposition": `inline; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`,
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  const again = await approver.request.get(address, {
    headers: { "if-none-match": served.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  expect((await (await as("Elena")).request.get(address)).status()).toBe(404);
  expect((await (await newPage()).request.get(address)).status()).toBe(401);
  const foreign = await clerk.request.post("/api/documents?name=x.png", {
    ...{ data: PNG, headers: { origin: "https://elsewhere.example" } },
  });
  expect(foreign.status()).toBe(403);

  await press(approver.getByRole("button", { name: "Approve", exact: true }));
  await expect(approver.getByText("Approved").first()).toBeVisible();
});

test("a document dropped on a bill in approval starts its round again", async ({ as, data }) => {
  const number = newNumber("DOC");
  const billId = await data.submittedBill(number);
  const clerk = await as("Joy");
  await clerk.goto(`/bills/${billId}`);
  await untilHydrated(clerk.getByRole("button", { name: "Add document" }));
  await bring(clerk, "drop", "late.pdf", "application/pdf", await pdfOf([`Late invoice ${number}`]));
  await expect(sheet(clerk, 1).getByText(`Late invoice ${number}`)).toBeAttached();
  await expect(panel(clerk, "Approval")).toContainText("Round 2");
  await documents(clerk).getByRole("button", { name: "Print, download, remove" }).click();
  await clerk.getByRole("menuitem", { name: "Take it off the bill" }).click();
  await clerk.getByRole("alertdialog").getByRole("button", { name: "Take it off" }).click();
  await expect(documents(clerk)).toHaveCount(0);
  await expect(panel(clerk, "Approval")).toContainText("Round 3");
});
