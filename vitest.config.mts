import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests that measure memory: what other files left behind would be measured with it. */
const MEASURING = ["lib/quickbooks/qbxml/decode-large.test.ts", "lib/quickbooks/soap/upload.test.ts"];

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "shared process",
          include: ["{lib,db,app,scripts,e2e}/**/*.test.{ts,tsx}"],
          exclude: MEASURING,
          // A process for each file loads everything anew and runs it before it is compiled: a third of all time.
          // A file brings the database it works on (lib/testing), and puts back whatever else it changes.
          isolate: false,
        },
      },
      { extends: true, test: { name: "own process", include: MEASURING } },
    ],
    environment: "node",
    // What is encrypted at rest needs it; the scripts that start a server make one.
    env: { NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests" },
    globalSetup: ["scripts/vitest-global-setup.ts"],
    setupFiles: ["lib/testing/fail-on-console.ts"],
    // The default leaves one of two cores to the test runner, which sleeps, and to PostgreSQL.
    maxWorkers: 2,
    // Ends what hangs, and nothing else: a test must not fail for a machine that is five times slower.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
