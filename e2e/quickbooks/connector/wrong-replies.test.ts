import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CompanyFile } from "../company/company-file";
import { demoCompany } from "../seed/demo-company";
import type { RunOptions } from "./conversation";
import { LineDropped } from "./qbwc-error";
import type { Hooks } from "./run-report";
import { ADD, type Answers, HANG, messages, runAgainst, soapReply, TestService } from "./test-service";
import { runOnce } from "./web-connector";

let service: TestService;
let company: CompanyFile;

beforeEach(async () => {
  service = await new TestService().start();
  company = new CompanyFile(demoCompany());
});
afterEach(() => service.stop());

function run(answers: Answers, hooks?: Hooks, more: Partial<RunOptions> = {}) {
  return runAgainst(service, company, answers, { hooks, ...more });
}

describe("replies that a .NET client would not take", () => {
  const whole = (operation: string, result = "") => soapReply(operation, result);
  test.each<[string, string, Answers]>([
    [
      "a SOAP fault",
      "QBWC1041",
      {
        sendRequestXML: {
          status: 500,
          body: '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>Boom</faultstring></s:Fault></s:Body></s:Envelope>',
        },
      },
    ],
    [
      "an HTML page",
      "QBWC1012",
      { authenticate: { status: 404, contentType: "text/html", body: "<html></html>" } },
    ],
    ["status 201", "QBWC1041", { sendRequestXML: { status: 201, body: whole("sendRequestXML") } }],
    ["a redirect", "QBWC1012", { authenticate: { status: 308, body: "" } }],
    [
      "JSON as content type",
      "QBWC1036",
      { serverVersion: { contentType: "application/json", body: whole("serverVersion") } },
    ],
    [
      "another charset",
      "QBWC1036",
      { clientVersion: { contentType: "text/xml; charset=iso-8859-1", body: whole("clientVersion") } },
    ],
    ["a byte-order mark", "QBWC1036", { serverVersion: { body: `\ufeff${whole("serverVersion")}` } }],
    [
      "a warning printed before the XML",
      "QBWC1042",
      { receiveResponseXML: { body: `Warning: x\n${whole("receiveResponseXML", "100")}` } },
    ],
    [
      "no XML declaration",
      "QBWC1036",
      { serverVersion: { body: whole("serverVersion").replace(/^<\?xml.*?\?>/, "") } },
    ],
    [
      "a SOAP 1.2 envelope",
      "QBWC1036",
      {
        serverVersion: {
          body: whole("serverVersion").replace(
            "schemas.xmlsoap.org/soap/envelope/",
            "www.w3.org/2003/05/soap-envelope",
          ),
        },
      },
    ],
    [
      "another namespace",
      "QBWC1012",
      { authenticate: { body: whole("authenticate").replace("intuit.com/", "intuit.com") } },
    ],
    ["another operation's reply", "QBWC1041", { sendRequestXML: { body: whole("receiveResponseXML") } }],
    [
      "qbXML that was not escaped",
      "QBWC1041",
      { sendRequestXML: { body: whole("sendRequestXML", "<QBXML/>") } },
    ],
    ["a fraction for progress", "QBWC1042", { receiveResponseXML: "33.3" }],
    ["no progress", "QBWC1042", { receiveResponseXML: "" }],
    ["101 percent", "QBWC1042", { receiveResponseXML: 101 }],
    ["truncated XML", "QBWC1044", { closeConnection: { body: whole("closeConnection").slice(0, -5) } }],
    [
      "strings in no namespace",
      "QBWC1012",
      {
        authenticate: {
          body: whole("authenticate", '<string xmlns="">t</string><string xmlns=""></string>'),
        },
      },
    ],
    ["a version answer of no kind", "QBWC1046", { clientVersion: "all fine" }],
    ["an E: version answer", "QBWC1037", { clientVersion: "E:too old" }],
  ])("%s is %s", async (_name, code, answers) => {
    const report = await run(answers);
    expect([report.ok, report.error?.code]).toEqual([false, code]);
  });

  test("nil and left-out results are empty", async () => {
    const nil = '<s xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
    const body = whole("clientVersion").replace(
      "<clientVersionResult>",
      `<clientVersionResult${nil.slice(2)} i:nil="true">`,
    );
    const left = whole("serverVersion").replace("<serverVersionResult></serverVersionResult>", "");
    expect((await run({ clientVersion: { body }, serverVersion: { body: left } })).ok).toBe(true);
  });

  test("a server that has gone", async () => {
    await run({});
    const qwc = service.qwc();
    service.stop();
    const report = await runOnce({ qwc, password: "secret", company });
    expect(report.error?.code).toBe("QBWC1036");
  });

  test("a server that does not answer in time", async () => {
    const report = await run({ serverVersion: HANG }, undefined, { timeoutMs: 200 });
    expect(report.error?.code).toBe("QBWC1036");
  });
});

describe("crashes and broken lines", () => {
  const at = (step: string, which: "beforeCall" | "afterCall", error: Error): Hooks => ({
    [which]: (seen: string) => {
      if (seen === step) throw error;
    },
  });

  test("the PC goes down after QuickBooks applied it: added, but nobody was told", async () => {
    const hooks = at("ProcessRequest", "afterCall", new Error("power cut"));
    const report = await run({ sendRequestXML: messages(ADD) }, hooks);
    expect(report).toMatchObject({
      ok: false,
      error: { code: "crash", message: "power cut" },
      writeMessages: 1,
    });
    expect(service.operations().at(-1)).toBe("sendRequestXML");
    expect(company.entry("Vendor", "R & D é").isActive).toBe(true);
  });

  test("the PC goes down before QuickBooks applied it", async () => {
    await run({ sendRequestXML: messages(ADD) }, at("ProcessRequest", "beforeCall", new Error("power cut")));
    expect(() => company.entry("Vendor", "R & D é")).toThrow();
  });

  test("the line drops after the server took the answer", async () => {
    const report = await run({}, at("receiveResponseXML", "afterCall", new LineDropped()));
    expect(report.error?.code).toBe("QBWC1042");
    expect(service.operations().at(-1)).toBe("receiveResponseXML");
  });
});
