import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { newNumber } from "./fixtures/bill-form";
import { panel, press } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

const run = promisify(execFile);

/** What a link downloads, whole. */
async function download(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name }).first().click();
  const arrived = await arriving;
  return { file: arrived.suggestedFilename(), bytes: await readFile(await arrived.path()) };
}

test("the record of a bill and of a period is taken out and checked; a clerk gets none of it", async ({
  as,
  data,
  office,
}) => {
  const number = newNumber("REC");
  const billId = await data.approvedBill(number, [
    { account: "Job Materials", amount: "310.00", about: "Anchors" },
  ]);

  const accounting = await as("Priya");
  await accounting.goto(`/bills/${billId}`);
  const document = await download(accounting, "Take out the record as PDF");
  expect(document.file).toMatch(/^record-.+\.pdf$/);
  expect(document.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const table = await download(accounting, "Take out the record as CSV");
  expect(table.bytes.toString()).toMatch(/Marcus Bell,bill\.signed,Marcus Bell approved revision 1/);
  await accounting.reload();
  await expect(
    panel(accounting, "Timeline")
      .getByText(/took out the record/)
      .first(),
  ).toBeVisible();

  const admin = await as("Dana");
  await admin.goto("/settings/record");
  await press(admin.getByRole("button", { name: "Check every link" }));
  await expect(admin.getByText("Every link holds")).toBeVisible();
  const period = await download(admin, "CSV");
  expect(period.bytes.toString()).toContain(number);

  const clerk = await as("Joy");
  await clerk.goto(`/bills/${billId}`);
  await expect(panel(clerk, "Approval history")).toBeVisible();
  await expect(clerk.getByRole("link", { name: "Take out the record as PDF" })).toHaveCount(0);
  for (const address of [
    `/api/record/bills/${billId}?format=pdf`,
    "/api/record?from=2026-01-01&to=2026-12-31&format=csv",
  ]) {
    expect((await clerk.request.get(address)).status()).toBe(403);
  }

  const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/verify-record.ts"], {
    env: { ...process.env, DATABASE_URL: office.databaseUrl },
  });
  expect(stdout).toContain("Every link holds.");
});
