import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connections } from "@/db/schema";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { emptyCompany } from "@/e2e/quickbooks/company/state";
import { rotatePassword } from "@/lib/quickbooks/connections/change-connection";
import { openSpoolFiles } from "@/lib/quickbooks/run/payload";
import { callOf, envelope } from "@/lib/quickbooks/soap/serve-for-tests";
import { approvedBill, askAnnThenBob, openErrors, recordOf } from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";

let office: Office;
let billId: string;

beforeAll(async () => {
  office = await openOffice({ maxBytes: 8 * 1024 * 1024 });
  await askAnnThenBob(office);
  expect((await office.run()).ok).toBe(true);
  billId = await approvedBill(office);
});
afterAll(() => office.close());

/** A digest of all that a refused call must not change. */
async function stateOfBooks(): Promise<string> {
  const found = await office.database.db.execute<{ digest: string }>(sql`select md5(
    (select coalesce(string_agg(t::text, '' order by id), '') from bills t) ||
    (select coalesce(string_agg(t::text, '' order by id), '') from jobs t) ||
    (select coalesce(string_agg(t::text, '' order by id), '') from vendors t) ||
    (select coalesce(string_agg(t::text, '' order by bill_id), '') from bill_links t)) as digest`);
  return found.rows[0]?.digest ?? "";
}

const url = () => /<AppURL>(.*)<\/AppURL>/.exec(office.qwc)?.[1] ?? "";
const username = () => /<UserName>(.*)<\/UserName>/.exec(office.qwc)?.[1] ?? "";

async function post(
  operation: string,
  parameters: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const response = await fetch(url(), {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8" },
    body: envelope(callOf(operation, parameters)),
  });
  return { status: response.status, text: await response.text() };
}

async function openTicket(): Promise<string> {
  const { text } = await post("authenticate", { strUserName: username(), strPassword: office.password });
  return /<string>([0-9a-f-]{36})<\/string>/.exec(text)?.[1] ?? "";
}

test("a wrong password is nvu, says nothing more, and too many are refused even with the right one", async () => {
  const before = await stateOfBooks();
  const wrong = await office.run({ password: "not-this-one" });
  expect(wrong.error?.code).toBe("QBWC1040");
  const nobody = await post("authenticate", { strUserName: "nobody-here", strPassword: "x" });
  const { text } = await post("authenticate", { strUserName: username(), strPassword: "x" });
  expect(text).toBe(nobody.text);
  for (let i = 0; i < 10; i += 1) await post("authenticate", { strUserName: username(), strPassword: "x" });
  expect((await office.run()).error?.code).toBe("QBWC1040");
  await office.database.db.execute(sql`delete from sign_in_failures`);
  expect(await stateOfBooks()).toBe(before);
});

test("a new password ends the old one at once", async () => {
  const { password } = await rotatePassword(office.admin, { connectionId: office.connectionId });
  expect((await office.run()).error?.code).toBe("QBWC1040");
  await office.database.db.execute(sql`delete from sign_in_failures`);
  expect((await office.run({ password, hooks: stopBefore("sendRequestXML") })).error?.code).toBe("crash");
  await office.database.db.execute(sql`update runs set state = 'dead'`);
  office.password = password;
  expect(await recordOf(office, billId)).toMatchObject({ job: "waiting" });
});

const stopBefore = (operation: string) => ({
  beforeCall(step: string) {
    if (step === operation) throw new Error("the PC went off");
  },
});

test.each(["", "00000000-0000-0000-0000-000000000000", "' or 1=1 --"])(
  "a forged ticket (%j) gets nothing",
  async (ticket) => {
    const before = await stateOfBooks();
    const send = await post("sendRequestXML", {
      ticket,
      strHCPResponse: "",
      strCompanyFileName: "",
      qbXMLCountry: "US",
      qbXMLMajorVers: "13",
      qbXMLMinorVers: "0",
    });
    expect(send.text).toMatch(/<sendRequestXMLResult(\/>|><\/sendRequestXMLResult>)/);
    const receive = await post("receiveResponseXML", {
      ticket,
      response: "&lt;QBXML/&gt;",
      hresult: "",
      message: "",
    });
    expect(receive.text).toContain("<receiveResponseXMLResult>-1</receiveResponseXMLResult>");
    expect((await post("getLastError", { ticket })).text).toContain("not known");
    expect((await post("closeConnection", { ticket })).status).toBe(200);
    expect(await stateOfBooks()).toBe(before);
  },
);

test("a stale ticket, of a run that has ended, gets nothing", async () => {
  const ticket = await openTicket();
  await post("closeConnection", { ticket });
  const before = await stateOfBooks();
  const receive = await post("receiveResponseXML", {
    ticket,
    response: "&lt;QBXML/&gt;",
    hresult: "",
    message: "",
  });
  expect(receive.text).toContain(">-1<");
  expect(await stateOfBooks()).toBe(before);
});

test.each([
  ["stamped by another connection", "{11111111-2222-3333-4444-555555555555}"],
  ["to which somebody added our own .qwc file", null],
])("another company file, %s, is refused before anything is asked of it", async (_, stamp) => {
  const other = new CompanyFile(emptyCompany("Somebody Else Ltd"));
  const before = await stateOfBooks();
  const [known] = await office.database.db.select().from(connections);
  await office.database.db.update(connections).set({ companyFilePath: null });
  const qwc = stamp ? office.qwc.replace(/<FileID>.*<\/FileID>/, `<FileID>${stamp}</FileID>`) : office.qwc;
  const report = await office.run({ company: other, qwc });
  await office.database.db.update(connections).set({ companyFilePath: known?.companyFilePath });
  expect(report.statusText).toContain("Somebody Else Ltd");
  expect(report.requests.filter(Boolean)).toEqual([]);
  expect(await openErrors(office)).toMatchObject([{ code: "foreign-company-file" }]);
  const told = await office.database.db.execute(sql`
    select e.data->>'found' as found, r.company_file_path as path, r.qbxml_version as version
    from audit_events e, runs r where e.name = 'connection.foreign-file' order by e.seq desc, r.started_at desc limit 1`);
  expect(told.rows).toEqual([{ found: "Somebody Else Ltd", path: other.state.path, version: "16.0" }]);
  expect(await stateOfBooks()).toBe(before);
});

/** The run under way, and the message that waits in it. */
async function openRun() {
  const found = await office.database.db.execute<{ ticket: string; request: string }>(sql`
    select ticket, request from runs join messages on messages.run_id = runs.id
    where runs.state = 'open' and messages.state = 'sent'`);
  return found.rows[0] ?? { ticket: "", request: "" };
}

const asText = (xml: string) => xml.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const bomb =
  '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><QBXML><QBXMLMsgsRs>&c;</QBXMLMsgsRs></QBXML>';

test.each([
  [
    "truncated",
    '<?xml version="1.0" ?><QBXML><QBXMLMsgsRs><AccountQueryRs requestID="{ID}" statusCode="0" statusSeverity="Info" statusMessage="OK"><AccountRet><ListID>80000001-1</ListID><Name>Stolen',
  ],
  ["malformed", "<QBXML><QBXMLMsgsRs></QBXML></QBXMLMsgsRs>"],
  ["an entity bomb", bomb],
  ["no reply at all", "Internal error"],
])("an answer that is %s changes nothing, ends its step and is told", async (_, answer) => {
  await office.database.db.execute(sql`update runs set state = 'dead' where state = 'open'`);
  const before = await stateOfBooks();
  const report = await office.run({ hooks: stopBefore("receiveResponseXML") });
  expect(report.error?.code).toBe("crash");
  const { ticket, request } = await openRun();
  const { text } = await post("receiveResponseXML", {
    ticket,
    response: asText(answer.replace("{ID}", /requestID="([^"]+)"/.exec(request)?.[1] ?? "")),
    hresult: "",
    message: "",
  });
  expect(text).toMatch(/>\d+</);
  const steps = await office.database.db.execute(sql`
    select kind, received from run_steps join runs on runs.id = run_id where runs.state = 'open' and run_steps.state = 'done'`);
  expect(steps.rows).toEqual([{ kind: "pull.account", received: 0 }]);
  await post("closeConnection", { ticket });
  expect(await stateOfBooks()).toBe(before);
  expect((await openErrors(office)).map((error) => error.code)).toContain("unreadable-answer");
});

test("a body over the limit is refused, whatever it holds; nothing stays behind", async () => {
  const ticket = await openTicket();
  const before = await stateOfBooks();
  const big = await post("receiveResponseXML", {
    ticket,
    response: "a".repeat(64 * 1024 * 1024),
    hresult: "",
    message: "",
  });
  expect(big.status).toBe(500);
  expect(big.text).toContain("Fault");
  expect(openSpoolFiles()).toBe(0);
  await post("closeConnection", { ticket });
  expect(await stateOfBooks()).toBe(before);
});

test("a second computer is told that the first is at work, and the Admin is told of it", async () => {
  const ticket = await openTicket();
  expect(ticket).not.toBe("");
  const second = await office.run();
  expect(second.requests.filter(Boolean)).toEqual([]);
  expect(second.authenticated[0]).toBe("busy");
  expect((await openErrors(office)).map((error) => error.code)).toContain("second-computer");
  await post("closeConnection", { ticket });
  const after = await office.run();
  expect(after).toMatchObject({ ok: true, writeMessages: 1 });
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(await openErrors(office)).toEqual([]);
});

test("a run is dead after minutes while QuickBooks may be at work, after half a minute where nothing waits", async () => {
  const aged = (seconds: number) =>
    office.database.db.execute(
      sql`update runs set last_call_at = now() - make_interval(secs => ${seconds}) where state = 'open'`,
    );
  const first = await office.run({ hooks: stopBefore("receiveResponseXML") });
  expect(first.error?.code).toBe("crash");
  await aged(120);
  expect((await office.run()).authenticated[0]).toBe("busy");
  await aged(400);
  const second = await office.run({ hooks: stopAfter("receiveResponseXML") });
  expect(second.error?.code).toBe("crash");
  await aged(20);
  expect((await office.run()).authenticated[0]).toBe("busy");
  await aged(40);
  expect(await office.run()).toMatchObject({ ok: true });
});

const stopAfter = (operation: string) => ({
  afterCall(step: string) {
    if (step === operation) throw new Error("the PC went off");
  },
});
