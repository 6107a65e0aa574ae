import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { runs } from "@/db/schema";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { callOf, envelope } from "@/lib/quickbooks/soap/serve-for-tests";
import { approvedBill, askAnnThenBob, openErrors, recordOf } from "@/lib/testing/bill-story";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import type { Passing } from "@/lib/testing/soap-proxy";
import { stateOfTables } from "@/lib/testing/table-digest";
import { runUntilQuiet } from "@/lib/testing/until-quiet";

let office: FragileOffice;

beforeAll(async () => {
  office = await openFragileOffice({ servers: 2 });
  await askAnnThenBob(office);
  await office.run();
});
afterAll(() => office.close());
afterEach(() => {
  office.line.onCall = undefined;
  office.line.onReply = undefined;
});

const url = () => /<AppURL>(.*)<\/AppURL>/.exec(office.qwc)?.[1] ?? "";
const inQuickBooks = (refNumber: string) =>
  office.company.txns().filter((txn) => txn.fields.RefNumber === refNumber);
const troubles = async () => (await openErrors(office)).map((error) => error.code);

/** Sends a call once more, byte by byte as it was. */
async function again(operation: string, body: Buffer | string): Promise<string> {
  const response = await fetch(url(), {
    method: "POST",
    headers: {
      "content-type": "text/xml; charset=utf-8",
      soapaction: `"http://developer.intuit.com/${operation}"`,
    },
    body: body.toString(),
  });
  return response.text();
}

/** Every call of a run, as it passed. */
function recordCalls(): Passing[] {
  const calls: Passing[] = [];
  office.line.onCall = (call) => {
    calls.push(call);
    return undefined;
  };
  return calls;
}

const stopAfter = (carries: string): Hooks => ({
  afterCall(step, { result }) {
    if (step === "sendRequestXML" && result?.includes(carries)) throw new Error("the PC went off");
  },
});

test("every call of a run that has ended, sent again, changes nothing", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "REPLAY-1" });
  const calls = recordCalls();
  await office.run();
  office.line.onCall = undefined;
  const before = await stateOfTables(office.database.db);
  for (const { operation, body } of calls) {
    if (operation && operation !== "authenticate") await again(operation, body);
  }
  for (const { operation, body } of [...calls].reverse()) {
    if (operation && operation !== "authenticate") await again(operation, body);
  }
  expect(await stateOfTables(office.database.db)).toEqual(before);
  expect(inQuickBooks("REPLAY-1")).toHaveLength(1);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
});

test("sendRequestXML, many times at once, gives the same bytes each time", async () => {
  await approvedBill(office, { invoiceNumber: "OVERLAP-1" });
  const calls = recordCalls();
  await office.run({ hooks: stopAfter("BillAddRq") });
  office.line.onCall = undefined;
  const body = calls.at(-1)?.body ?? "";
  const replies = await Promise.all(Array.from({ length: 8 }, () => again("sendRequestXML", body)));
  expect(new Set(replies).size).toBe(1);
  expect(replies[0]).toContain("BillAddRq");
  await runUntilQuiet(office);
  expect(inQuickBooks("OVERLAP-1")).toHaveLength(1);
});

test("an answer handed in by several calls at once is taken in once, and the Admin is told of the others", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "TWICE-1" });
  const extra: Promise<string>[] = [];
  let isCarrying = false;
  office.line.onReply = ({ operation }, reply) => {
    if (operation === "sendRequestXML") isCarrying = reply.includes("BillAddRq");
    return undefined;
  };
  office.line.onCall = ({ operation, body }) => {
    if (operation !== "receiveResponseXML" || !isCarrying) return undefined;
    isCarrying = false;
    for (let copy = 0; copy < 4; copy += 1) extra.push(again(operation, body));
    return undefined;
  };
  await office.run();
  for (const reply of await Promise.all(extra)) expect(reply).toMatch(/receiveResponseXMLResult>-?\d+</);
  expect(await troubles()).toEqual(["repeated-call"]);
  expect(inQuickBooks("TWICE-1")).toHaveLength(1);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  const events = await office.database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_events where subject = ${billId} and name = 'bill.linked'`,
  );
  expect(events.rows).toEqual([{ count: 1 }]);
  await runUntilQuiet(office);
  expect(await troubles()).toEqual([]);
});

test("an answer before it was asked for, and one that was asked of another message, change nothing", async () => {
  const calls = recordCalls();
  await office.run();
  office.line.onCall = undefined;
  const answers = calls.filter((call) => call.operation === "receiveResponseXML");
  const login = await again(
    "authenticate",
    calls.find((call) => call.operation === "authenticate")?.body ?? "",
  );
  const ticket = /<string>([0-9a-f-]{36})<\/string>/.exec(login)?.[1] ?? "";
  const before = await stateOfTables(office.database.db);
  for (const { body } of answers.slice(0, 5)) {
    await again("receiveResponseXML", body.toString().replace(/<ticket>[^<]*/, `<ticket>${ticket}`));
  }
  expect(await stateOfTables(office.database.db)).toEqual(before);
  expect(await troubles()).toEqual(["repeated-call"]);
  await again("closeConnection", envelope(callOf("closeConnection", { ticket })));
  await runUntilQuiet(office);
});

test("a run that was given up and goes on after all is turned away, and the Admin is told", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "LATE-1" });
  const calls = recordCalls();
  let ended: Promise<unknown> = Promise.resolve();
  // The first computer sleeps while it holds QuickBooks' answer; a second does a whole run; the first wakes up.
  const first = await office.run({
    hooks: {
      async afterCall(step, { xml }) {
        if (step !== "ProcessRequest" || !xml?.includes("<BillAddRq")) return;
        ended = office.run();
        await ended;
      },
    },
  });
  await ended;
  office.line.onCall = undefined;
  expect(first.ok).toBe(false);
  expect(calls.length).toBeGreaterThan(0);
  expect(await troubles()).toContain("late-call");
  await runUntilQuiet(office);
  await runUntilQuiet(office);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
  expect(await troubles()).toEqual([]);
  expect(inQuickBooks("LATE-1")).toHaveLength(1);
});

test.each<[string, string, Record<string, string>]>([
  ["asks for the next message", "sendRequestXML", { qbXMLMajorVers: "16", qbXMLMinorVers: "0" }],
  ["hands in an error without an answer", "receiveResponseXML", { hresult: "0x80040400", message: "m" }],
  ["cannot open the file", "connectionError", { hresult: "0x80040408", message: "m" }],
])("a run that was given up and %s is told, too; its goodbye is not", async (_, operation, parameters) => {
  const { db } = office.database;
  await office.run({ hooks: stopAfter("QBXML") });
  const [run] = await db.update(runs).set({ state: "dead" }).where(eq(runs.state, "open")).returning();
  const ticket = run?.ticket ?? "";
  await again("closeConnection", envelope(callOf("closeConnection", { ticket })));
  expect(await troubles()).toEqual([]);
  await again(operation, envelope(callOf(operation, { ticket, ...parameters })));
  expect(await troubles()).toEqual(["late-call"]);
  await runUntilQuiet(office);
  expect(await troubles()).toEqual([]);
});

test("two computers that log in at the same moment: one works, the other is told so, and so is the Admin", async () => {
  const slow = await openFragileOffice({ servers: 2, silentAfterSeconds: 300 });
  try {
    await askAnnThenBob(slow);
    await slow.run();
    await approvedBill(slow, { invoiceNumber: "RACE-1" });
    const reports = await Promise.all([slow.run(), slow.run(), slow.run()]);
    const busy = reports.filter((report) => report.authenticated[0] === "busy");
    expect(reports.filter((report) => report.ok)).toHaveLength(1);
    expect(busy).toHaveLength(2);
    expect((await openErrors(slow)).map((error) => error.code)).toEqual(["second-computer"]);
    expect(slow.company.txns().filter((txn) => txn.fields.RefNumber === "RACE-1")).toHaveLength(1);
    await runUntilQuiet(slow);
    expect(await openErrors(slow)).toEqual([]);
  } finally {
    await slow.close();
  }
});
