import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TestService } from "./connector/test-service";

const TIME_LIMIT = 30_000;
const TSX = join(process.cwd(), "node_modules/tsx/dist/cli.mjs");
const SCRIPT = join(process.cwd(), "e2e/quickbooks/connector.ts");
const ADD =
  '<?xml version="1.0"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="stopOnError"><VendorAddRq requestID="8"><VendorAdd><Name>From the Server</Name></VendorAdd></VendorAddRq></QBXMLMsgsRq></QBXML>';

let folder = "";
let service: TestService;
let program: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "connector-"));
  service = await new TestService({
    authenticate: ["t", ""],
    sendRequestXML: ADD,
    receiveResponseXML: 100,
    closeConnection: "1 vendor",
  }).start();
  writeFileSync(join(folder, "app.qwc"), service.qwc());
  writeFileSync(join(folder, "password"), "secret\n");
});
afterEach(() => {
  program?.kill("SIGKILL");
  service.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(...more: string[]): ChildProcess {
  const files = ["--qwc", join(folder, "app.qwc"), "--password-file", join(folder, "password")];
  program = spawn(process.execPath, [TSX, SCRIPT, ...files, ...more], { stdio: ["ignore", "pipe", "pipe"] });
  return program;
}

async function lines(child: ChildProcess, count: number): Promise<string[]> {
  const seen: string[] = [];
  if (!child.stdout) return seen;
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(line);
    if (seen.length === count) break;
  }
  return seen;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

test(
  "--once runs once, says so, and keeps the company file beside the .qwc",
  async () => {
    const child = start("--once");
    const ended = once(child, "exit");
    expect((await lines(child, 1))[0]).toMatch(/ ok, 1 messages \(1 writing\), 6 calls, \d+ ms\. 1 vendor$/);
    expect((await ended)[0]).toBe(0);
    expect(service.received[2]?.parameters.strPassword).toBe("secret");
    expect(readFileSync(join(folder, "app.qwc.company.json"), "utf8")).toContain("From the Server");
  },
  TIME_LIMIT,
);

test(
  "a run that fails ends --once with 1",
  async () => {
    service.answers.authenticate = ["", "nvu"];
    const child = start("--once");
    const ended = once(child, "exit");
    expect((await lines(child, 1))[0]).toMatch(/ failed, .*QBWC1040/);
    expect((await ended)[0]).toBe(1);
  },
  TIME_LIMIT,
);

test(
  "runs at intervals, is steered, and ends on SIGTERM",
  async () => {
    const port = await freePort();
    const child = start("--every", "1", "--control", String(port));
    const ended = once(child, "exit");
    expect(await lines(child, 3)).toHaveLength(3);
    const state = await fetch(`http://127.0.0.1:${port}/state`);
    expect(await state.json()).toMatchObject({ company: "Harbor & Pine Builders", lastRun: { ok: true } });
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  },
  TIME_LIMIT,
);
