import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "../scripts/free-port.mjs";
import { newNumber } from "./fixtures/bill-form";
import { press } from "./fixtures/bill-page";
import { loginOf } from "./fixtures/logins";
import { markDocument } from "./fixtures/mark-document";
import type { SeededApp } from "./fixtures/seeded-app";
import { signIn } from "./fixtures/sign-in";
import { test as base, expect } from "./fixtures/story";

type Connector = (office: SeededApp, port: number) => Promise<void>;

const test = base.extend<{ startConnector: Connector }>({
  /** Starts the connector as the demo does; resolves when its first run has ended. */
  startConnector: async ({ apps: _ }, use) => {
    const running: ChildProcess[] = [];
    await use(async ({ files }, port) => {
      const connector = spawn(
        process.execPath,
        [
          ...["--import", "tsx", "e2e/quickbooks/connector.ts", "--qwc", files.qwc],
          ...["--password-file", files.password, "--company", files.company],
          ...["--every", "2", "--control", String(port)],
        ],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      running.push(connector);
      for await (const line of createInterface({ input: connector.stdout })) {
        if (line.includes(" ok, ")) break;
      }
      connector.stdout.resume();
    });
    for (const connector of running) {
      const ended = once(connector, "exit");
      connector.kill("SIGTERM");
      await ended;
    }
  },
});

const SLOW_RUNS_MS = 240_000;

test("the demo's Admin has QuickBooks refuse a bill, and sees the error come by itself", async ({
  apps,
  newPage,
  startConnector,
}) => {
  const port = await freePort();
  const office = await apps.seeded({ DEMO_SIMULATOR_URL: `http://127.0.0.1:${port}` });
  await startConnector(office, port);
  const number = newNumber("DEMO");
  const billId = await office.data.submittedBill(number);

  const page = await newPage({ baseURL: office.baseURL });
  await signIn(page, loginOf("Dana"));
  await page.goto(`/bills/${billId}`);
  await press(page.getByRole("button", { name: "Simulated QuickBooks" }).first());
  const panel = page.getByRole("dialog", { name: "Simulated QuickBooks" });
  // Three times: once would be over with the next run, two seconds later.
  for (let time = 1; time <= 3; time += 1) {
    // What is said of it goes by itself: on a slow machine it is not there three times at once.
    const done = page.waitForResponse((response) => "next-action" in response.request().headers());
    await panel.getByRole("button", { name: "Refuse the next bill" }).click();
    await done;
    await expect(page.getByText("The next new bill will be refused once").first()).toBeVisible();
  }
  await panel.press("Escape");
  await expect(panel).toBeHidden();

  const isSameDocument = await markDocument(page);
  await page.getByRole("button", { name: "Override" }).click();
  await page.getByRole("button", { name: "Approve anyway" }).click();
  const removed = page.getByRole("button", { name: "Put back into the sync queue" });
  // Three whole runs of the Web Connector, which a slow machine takes its time for.
  await expect(removed).toBeVisible({ timeout: SLOW_RUNS_MS });
  await page
    .getByRole("button", { name: /sync errors/i })
    .first()
    .click();
  const cards = page
    .getByRole("dialog", { name: "Sync errors" })
    .getByRole("article")
    .filter({ hasText: number });
  await expect(cards.first()).toContainText("invalid reference to QuickBooks Account");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Sync errors" })).toBeHidden();
  await removed.click();
  await expect(page.getByRole("img", { name: "Linked with QuickBooks" })).toBeVisible({
    timeout: SLOW_RUNS_MS,
  });
  await isSameDocument();
});
