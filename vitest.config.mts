import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: [
      "lib/**/*.test.{ts,tsx}",
      "db/**/*.test.ts",
      "app/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts",
      "e2e/**/*.test.ts",
    ],
    environment: "node",
    globalSetup: ["scripts/vitest-global-setup.ts"],
    setupFiles: ["lib/testing/fail-on-console.ts"],
    // A copy of the template database and a password hash a test need more than the default when the machine is busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
