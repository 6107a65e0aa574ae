/**
 * What the sync costs, measured on this machine: real PostgreSQL, real SOAP over HTTP, the simulated
 * QuickBooks. `npm run bench` prints a table, `npm run bench -- --json` one JSON object; names of parts
 * (push, ingest, memory, next, control, concurrent) measure those alone.
 */
import { parseArgs } from "node:util";
import { measureConcurrentRuns } from "./bench/concurrent-runs";
import { measureControlCalls } from "./bench/control-calls";
import { measureIngest, measurePeakMemory } from "./bench/ingest";
import { measureNextMessage } from "./bench/next-message";
import { measurePush } from "./bench/push";
import { readyTestServer } from "./ready-test-server";

const PARTS: Record<string, () => Promise<Record<string, number>>> = {
  push: () => measurePush(1000),
  ingest: measureIngest,
  memory: measurePeakMemory,
  next: () => measureNextMessage([1000, 1_000_000]),
  control: measureControlCalls,
  concurrent: () => measureConcurrentRuns(200),
};

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});

async function main(): Promise<void> {
  const unknown = positionals.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`There is no part "${unknown}". There are: ${Object.keys(PARTS).join(", ")}.`);
  const end = await readyTestServer({ syncs: true });
  try {
    const figures: Record<string, number> = {};
    for (const [name, measure] of Object.entries(PARTS)) {
      if (positionals.length === 0 || positionals.includes(name)) Object.assign(figures, await measure());
    }
    if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
    else console.table(figures);
  } finally {
    await end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
