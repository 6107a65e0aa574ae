import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Counts */

/** A check that either holds or does not. @param {number} code @returns {Counts} */
export const oneCheck = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * What Vitest's JSON report says. A file that could not even be loaded has no tests to fail, and an error outside
 * of any test fails none: each still counts as a failure.
 * @param {string} file @param {number} code the exit code @returns {Counts}
 */
export function vitestCounts(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const unloaded = report.testResults.filter(
    (result) =>
      result.status === "failed" && !result.assertionResults.some((each) => each.status === "failed"),
  );
  return withExitCode(
    { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length },
    code,
  );
}

/**
 * What Playwright's JSON report says; `errors` are those outside of any test (a file that does not load).
 * @param {string} file @param {number} code @returns {Counts}
 */
export function playwrightCounts(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return withExitCode(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length },
    code,
  );
}

/** A runner that ends badly without saying which test failed has failed all the same. */
const withExitCode = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
