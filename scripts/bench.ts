/**
 * What the sync costs, measured on this machine: real PostgreSQL, real SOAP over HTTP, the simulated
 * QuickBooks. `npm run bench` prints a table, `npm run bench -- --json` one JSON object.
 */
import { parseArgs } from "node:util";
import { measureControlCalls, measureNextMessage } from "./bench/calls";
import { measurePull } from "./bench/pull";
import { measurePush } from "./bench/push";
import { readyTestServer } from "./ready-test-server";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });

async function main(): Promise<void> {
  const end = await readyTestServer();
  try {
    const figures = {
      ...(await measurePush(1000)),
      ...(await measurePull(20_000)),
      ...(await measureNextMessage([1000, 100_000])),
      ...(await measureControlCalls(300)),
    };
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
