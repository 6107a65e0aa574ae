import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { lifecycle } from "./lifecycle.mjs";
import { atProjectRoot } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";
import { findBrowser } from "./steps/browser.mjs";
import { buildApp } from "./steps/build.mjs";
import { installPackages } from "./steps/install.mjs";
import { migrationsAreCurrent } from "./steps/migrations-current.mjs";
import { NEXT } from "./steps/server.mjs";
import { oneCheck, playwrightCounts, vitestCounts } from "./steps/test-counts.mjs";

const KINDS = ["static", "unit", "e2e"];
const REPORTS = join(".data", "reports");

const life = lifecycle();

/** What runs one after the other; of a list of lanes, one step of each at the same time. @param {string[]} only */
function stepsOf(only) {
  const server = { env: {} };
  return [
    ...(only.includes("static") ? [staticLanes] : []),
    ...(only.includes("unit") || only.includes("e2e") ? [database(server)] : []),
    ...(only.includes("unit") ? [{ name: "unit and use-case tests", run: () => unitTests(server.env) }] : []),
    ...(only.includes("e2e") ? [build, { name: "browser tests", run: () => browserTests(server.env) }] : []),
  ];
}

const bin = (...path) => join("node_modules", ...path);
const check = (name, ...programs) => ({
  name,
  async run() {
    for (const args of programs) {
      const { code, stdout } = await runNode(args, { capture: "complaints too" });
      process.stdout.write(stdout);
      if (code !== 0) return oneCheck(code);
    }
    return oneCheck(0);
  },
});

// The types take as long as all the others together.
const staticLanes = [
  [check("types", [NEXT, "typegen"], [bin("typescript", "bin", "tsc"), "--noEmit"])],
  [
    check("format and lint", [
      bin("@biomejs", "biome", "bin", "biome"),
      "ci",
      "--diagnostic-level=warn",
      ".",
    ]),
    check("import table", [
      ...[bin("dependency-cruiser", "bin", "dependency-cruise.mjs"), "app", "lib", "db", "e2e", "scripts"],
      ...["instrumentation.ts", "instrumentation-node.ts", "--config", ".dependency-cruiser.cjs"],
    ]),
    check("dead code", [bin("knip", "bin", "knip.js")]),
    { name: "migrations are current", run: async () => oneCheck(await migrationsAreCurrent()) },
  ],
];

/** One server for both kinds of tests; each kind makes databases of its own on it. */
const database = (server) => ({
  name: "a PostgreSQL for the tests",
  async run() {
    if (process.env.TEST_DATABASE_URL) return { passed: 0, failed: 0 };
    const { startTestPostgres } = await import("./test-postgres.mjs");
    const { url, stop } = await startTestPostgres();
    life.onEnd(stop);
    server.env = { TEST_DATABASE_URL: url };
    return { passed: 0, failed: 0 };
  },
});

async function unitTests(env) {
  const report = join(REPORTS, "vitest.json");
  const { code } = await runNode(
    [bin("vitest", "vitest.mjs"), "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
    { env },
  );
  return vitestCounts(report, code);
}

const build = {
  name: "build",
  async run() {
    await buildApp();
    return oneCheck(0);
  },
};

async function browserTests(env) {
  const browser = await findBrowser();
  if (!browser) {
    throw new Error(
      "No Chromium starts here. Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test",
    );
  }
  console.log(`Browser: ${browser}`);
  const report = join(REPORTS, "playwright.json");
  const { code } = await runNode([bin("@playwright", "test", "cli.js"), "test"], {
    env: { ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return playwrightCounts(report, code);
}

await life.run(async () => {
  atProjectRoot();
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const only = values.only?.split(",") ?? KINDS;
  const unknown = only.find((kind) => !KINDS.includes(kind));
  if (unknown) throw new Error(`--only takes ${KINDS.join(", ")}, or several with commas; not "${unknown}".`);

  try {
    await installPackages();
  } catch (error) {
    console.error(error.message);
    await life.end(1, "\n0 passed, 1 failed");
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const take = async ({ name, run }) => {
    const started = Date.now();
    console.log(`\n━━ ${name}`);
    const counts = await run().catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    if (life.ending) return;
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  };
  const takeLane = async (steps) => {
    for (const step of steps) if (!life.ending) await take(step);
  };
  for (const step of stepsOf(only)) {
    await (Array.isArray(step) ? Promise.all(step.map(takeLane)) : takeLane([step]));
  }
  await life.end(total.failed > 0 ? 1 : 0, `\n${total.passed} passed, ${total.failed} failed`);
});
