import { availableParallelism } from "node:os";
import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "./scripts/browser-arguments.mjs";

const executablePath = process.env.CHROMIUM_PATH || undefined;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/fixtures/global-setup.ts",
  outputDir: ".data/reports/playwright",
  // Each worker has a browser, an application and a database of its own, which keep two cores busy: on two,
  // a second worker made fifteen stories slower (198 s for 174 s).
  workers: Math.max(1, Math.floor(availableParallelism() / 2)),
  forbidOnly: true,
  // They end what hangs, and nothing else: a story must not fail for a machine that is five times slower.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? ".data/reports/playwright.json" }],
  ],
  use: {
    actionTimeout: 120_000,
    // A trace of every action doubles the time; `--trace on` makes one when it is wanted.
    screenshot: "only-on-failure",
    locale: "en-US",
    timezoneId: "America/New_York",
    launchOptions: {
      executablePath,
      // chromiumSandbox stays unset: Playwright then leaves the sandbox out, which root cannot have.
      args: BROWSER_ARGUMENTS,
    },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone/,
      use: { browserName: "chromium", viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      grep: /@phone/,
      use: {
        ...devices["iPhone 13"],
        browserName: "chromium",
        viewport: { width: 390, height: 844 },
      },
    },
  ],
});
