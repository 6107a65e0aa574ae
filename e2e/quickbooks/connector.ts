/**
 * The Web Connector and a QuickBooks company file on the command line, for the demo and for trying things out.
 *
 *     npm run connector -- --qwc FILE --password-file FILE [--company FILE.json] [--every SECONDS] [--once]
 *                          [--control PORT]
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { CompanyFile } from "./company/company-file";
import { readQwcFile } from "./connector/qwc-file";
import { startControlServer } from "./control-server";
import { RunLoop } from "./run-loop";
import { demoCompany } from "./seed/demo-company";

const USUAL_SECONDS = 60;
const LONGEST_GOODBYE_MS = 5_000;

const { values } = parseArgs({
  options: {
    qwc: { type: "string" },
    "password-file": { type: "string" },
    company: { type: "string" },
    every: { type: "string" },
    once: { type: "boolean", default: false },
    control: { type: "string" },
  },
});

function existing(path: string | undefined, option: string): string {
  if (path === undefined || !existsSync(path)) throw new Error(`${option} must name a file that exists`);
  return path;
}

function positive(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option} must be a whole number of at least 1`);
  return number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const qwcPath = existing(values.qwc, "--qwc");
  const passwordPath = existing(values["password-file"], "--password-file");
  const company = CompanyFile.open(values.company ?? `${qwcPath}.company.json`, demoCompany);
  const loop = new RunLoop({ qwcPath, passwordPath, company, say });
  if (values.once) {
    const report = await loop.runNow();
    process.exitCode = report.ok ? 0 : 1;
    return;
  }
  const port = positive(values.control, "--control");
  const control = port === undefined ? undefined : await startControlServer(loop, port);
  if (control) say(`Control on http://127.0.0.1:${port}`);
  const end = () => {
    setTimeout(() => process.exit(0), LONGEST_GOODBYE_MS).unref();
    control?.close();
    control?.closeAllConnections();
    void loop.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  const every = positive(values.every, "--every");
  loop.start(every ?? readQwcFile(qwcPath).everySeconds ?? USUAL_SECONDS);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
