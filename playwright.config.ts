import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "./scripts/browser-arguments.mjs";

const executablePath = process.env.CHROMIUM_PATH || undefined;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/fixtures/global-setup.ts",
  outputDir: ".data/reports/playwright",
  // The specs share one application and its database.
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  // A busy machine may draw a page slowly; what never comes still fails.
  expect: { timeout: 15_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? ".data/reports/playwright.json" }],
  ],
  use: {
    // Set by the global setup, which runs before the processes that run the specs read this file again.
    baseURL: process.env.E2E_BASE_URL,
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
