import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CompanyFile } from "../company/company-file";
import { child, readXml } from "../qbxml/read-xml";
import { demoCompany } from "../seed/demo-company";
import { addApplication } from "./add-application";
import type { RunOptions } from "./conversation";
import type { Hooks } from "./run-report";
import { ADD, type Answers, messages, OWNER, QUERY, runAgainst, TestService } from "./test-service";

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

describe("a run", () => {
  test("keeps the order of calls and says what it did", async () => {
    const report = await run({
      sendRequestXML: messages(QUERY, ADD),
      receiveResponseXML: ({ parameters }) => (parameters.response?.includes("VendorAddRs") ? 100 : 50),
    });
    expect(service.operations()).toEqual([
      "serverVersion",
      "clientVersion",
      "authenticate",
      "sendRequestXML",
      "receiveResponseXML",
      "sendRequestXML",
      "receiveResponseXML",
      "closeConnection",
    ]);
    expect(report).toMatchObject({
      ok: true,
      statusText: "Finished",
      serverVersion: "1.0",
      sendRequestCalls: 2,
      writeMessages: 1,
      requests: [QUERY, ADD],
      progress: [50, 100],
    });
    expect(report.calls).toHaveLength(8);
    expect(report.calls.every((call) => call.ms > 0 && call.requestBytes > 0 && call.responseBytes > 0)).toBe(
      true,
    );
    expect(company.entry("Vendor", "R & D é").name).toBe("R & D é");
  });

  test("speaks like .NET", async () => {
    await run({});
    const { headers, raw } = service.received[2] ?? {};
    expect(headers?.soapaction).toBe('"http://developer.intuit.com/authenticate"');
    expect(headers?.["content-type"]).toBe("text/xml; charset=utf-8");
    expect(headers?.expect).toBe("100-continue");
    expect(headers?.["user-agent"]).toContain("MS Web Services Client Protocol");
    expect(raw).toContain('<soap:Body><authenticate xmlns="http://developer.intuit.com/">');
    expect(service.received[2]?.parameters).toEqual({ strUserName: "tester", strPassword: "secret" });
  });

  test("the first sendRequestXML brings host, company and preferences, with the stamp; later ones nothing", async () => {
    await run({ sendRequestXML: messages(QUERY, QUERY), receiveResponseXML: messagesOf(10, 100) });
    const [first, second] = service.received.filter(({ operation }) => operation === "sendRequestXML");
    const set = child(readXml(first?.parameters.strHCPResponse ?? ""), "QBXMLMsgsRs");
    expect(set?.children.map((node) => [node.name, node.attributes.requestID])).toEqual([
      ["HostQueryRs", "0"],
      ["CompanyQueryRs", "1"],
      ["PreferencesQueryRs", "2"],
    ]);
    expect(first?.parameters.strHCPResponse).toContain(`<DataExtValue>${service.fileId}</DataExtValue>`);
    expect(first?.parameters).toMatchObject({
      ticket: "ticket-1",
      strCompanyFileName: company.state.path,
      qbXMLCountry: "US",
      qbXMLMajorVers: "16",
      qbXMLMinorVers: "0",
    });
    expect(second?.parameters.strHCPResponse).toBe("");
  });

  test("iterators live through the run and die with it", async () => {
    const page = (attributes: string) =>
      QUERY.replace(
        '<TermsQueryRq requestID="7"/>',
        `<VendorQueryRq requestID="1" ${attributes}><MaxReturned>40</MaxReturned></VendorQueryRq>`,
      );
    let id = "";
    const answers: Answers = {
      sendRequestXML: () => page(id === "" ? 'iterator="Start"' : `iterator="Continue" iteratorID="${id}"`),
      receiveResponseXML: ({ parameters }) => {
        id = /iteratorID="([^"]*)"/.exec(parameters.response ?? "")?.[1] ?? id;
        return parameters.response?.includes('iteratorRemainingCount="0"') ||
          parameters.response?.includes("3000")
          ? 100
          : 1;
      },
    };
    expect((await run(answers)).replies[1]).toContain('retCount="20"');
    expect((await run(answers)).replies[0]).toContain('statusCode="3000"');
  });
});

function messagesOf(...list: number[]): Answers[string] {
  const left = [...list];
  return () => left.shift() ?? 100;
}

describe("authenticate", () => {
  test.each([
    ["none", true, undefined],
    ["nvu", false, "QBWC1040"],
    ["busy", false, undefined],
    ["NONE", true, undefined],
  ])("%s ends the run before it begins", async (word, ok, code) => {
    const report = await run({ authenticate: ["", word] });
    expect([report.ok, report.error?.code]).toEqual([ok, code]);
    expect(service.operations().at(-1)).toBe("authenticate");
  });

  test("closeConnection may follow", async () => {
    await run({ authenticate: ["", "none"] }, undefined, { closeAfterNoSession: true });
    expect(service.operations().at(-1)).toBe("closeConnection");
  });

  test("takes four strings, and postpones by the third", async () => {
    expect((await run({ authenticate: ["t", "", "", "300"] })).ok).toBe(true);
    const report = await run({ authenticate: ["t", "", "60", ""] });
    expect(report.statusText).toContain("postponed");
  });

  test("one string is not enough", async () => {
    expect((await run({ authenticate: ["t"] })).error?.code).toBe("QBWC1012");
  });

  test("the stored path opens the file; another file is a connection error that ends with done", async () => {
    expect((await run({ authenticate: ["t", company.state.path.toUpperCase()] })).ok).toBe(true);
    const report = await run({ authenticate: ["t", "C:\\Other.qbw"], connectionError: "done" });
    expect(report.error).toMatchObject({ code: "QBWC1013", message: expect.stringContaining("0x8004040A") });
    expect(service.received.at(-1)?.parameters).toMatchObject({ ticket: "t", hresult: "0x8004040A" });
  });

  test("connectionError can name a file to try", async () => {
    const report = await run({
      authenticate: ["t", "C:\\Other.qbw"],
      connectionError: () => company.state.path,
    });
    expect([report.ok, report.error]).toEqual([true, undefined]);
  });

  test("QuickBooks closed: nothing named is 0x80040416, the stored path opens it unattended", async () => {
    company.switches.quickBooksOpen = false;
    expect((await run({ connectionError: "done" })).error?.message).toContain("0x80040416");
    expect((await run({ authenticate: ["t", company.state.path] })).ok).toBe(true);
    company.switches.unattendedAccess = false;
    const report = await run({ authenticate: ["t", company.state.path], connectionError: "done" });
    expect(report.error?.message).toContain("0x8004041D");
  });
});

describe("the loop", () => {
  test("nothing to send leads to getLastError, whose text is the status", async () => {
    const report = await run({ sendRequestXML: "", getLastError: "No work" });
    expect([report.ok, report.statusText]).toEqual([true, "No work"]);
    expect(service.operations().slice(3)).toEqual(["sendRequestXML", "getLastError", "closeConnection"]);
  });

  test("NoOp waits and asks again in the same session", async () => {
    const report = await run({ sendRequestXML: messages("NoOp", "", QUERY), getLastError: "NoOp" });
    expect([report.ok, report.sendRequestCalls]).toEqual([true, 3]);
  });

  test("a negative answer leads to getLastError and closeConnection", async () => {
    const report = await run({ receiveResponseXML: -1, getLastError: "Wrong company file" });
    expect(report).toMatchObject({ ok: false, error: { code: "server", message: "Wrong company file" } });
    expect(service.operations().slice(-2)).toEqual(["getLastError", "closeConnection"]);
  });

  test("what QuickBooks cannot parse comes back as an hresult with an empty response", async () => {
    await run({ sendRequestXML: messages("<QBXML/>") });
    const { parameters } = service.received.find(({ operation }) => operation === "receiveResponseXML") ?? {};
    expect(parameters).toMatchObject({ response: "", hresult: "0x80040400" });
    expect(parameters?.message).toContain("parsing");
  });
});

describe("adding the application", () => {
  test("fetches AppURL and AppSupport, stamps the file, and not twice", async () => {
    await addApplication(service.qwc(), company);
    expect(company.isStamped(OWNER, service.fileId)).toBe(true);
    await expect(addApplication(service.qwc(), company)).rejects.toMatchObject({ code: "QBWC1026" });
  });

  test.each([
    ["/api/qbwc", 405, "QBWC1048"],
    ["/support", 302, "QBWC1003"],
  ])("GET %s answering %i is %s", async (path, status, code) => {
    service.getStatus[path] = status;
    await expect(addApplication(service.qwc(), company)).rejects.toMatchObject({ code });
  });

  test("another company file that happens to be open is not stamped", async () => {
    await run({});
    const other = new CompanyFile(demoCompany());
    await run({}, undefined, { company: other });
    expect(other.isStamped(OWNER, service.fileId)).toBe(false);
  });
});
