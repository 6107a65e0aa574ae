import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./test-counts.mjs";

const folder = mkdtempSync(join(tmpdir(), "countersign-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const passing = { status: "passed", assertionResults: [{ status: "passed" }] };

test.each([
  [
    "passing tests",
    { numPassedTests: 3, numFailedTests: 0, testResults: [passing] },
    0,
    { passed: 3, failed: 0 },
  ],
  [
    "a file that does not load",
    {
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [passing, { status: "failed", assertionResults: [] }],
    },
    1,
    { passed: 3, failed: 1 },
  ],
  [
    "an error outside of any test",
    { numPassedTests: 3, numFailedTests: 0, testResults: [passing] },
    1,
    { passed: 3, failed: 1 },
  ],
])("Vitest: %s", (_, content, code, counts) => {
  expect(vitestCounts(report(content), code)).toEqual(counts);
});

test("Playwright: unexpected results and errors outside of any test are failures", () => {
  const stats = { expected: 4, flaky: 0, unexpected: 1, skipped: 0 };
  expect(playwrightCounts(report({ stats, errors: [{ message: "no" }] }), 1)).toEqual({
    passed: 4,
    failed: 2,
  });
});

test("a report that was never written is a failure", () => {
  expect(vitestCounts("/nowhere/report.json", 0)).toEqual({ passed: 0, failed: 1 });
});
