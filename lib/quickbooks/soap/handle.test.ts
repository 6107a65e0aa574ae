import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Conversation } from "@/lib/quickbooks/run/conversation";
import { handleSoap } from "@/lib/quickbooks/soap/handle";
import { callOf, envelope, listener, serve } from "@/lib/quickbooks/soap/serve-for-tests";

const MAJOR = { qbXMLMajorVers: "13", qbXMLMinorVers: "0" };
const AWKWARD = "é & < > ]]> \" ' 😀 &#233; &amp;\r\n\tend\r";
const QBXML = '<?qbxml version="13.0"?>\r\n<QBXML a="1">Caf&#233; &amp; Co ]]&gt;</QBXML>';

const { conversation, heard } = listener({
  serverVersion: "Countersign 1.0",
  clientVersion: "W:old",
  authenticate: ["t-1", "", "", "60"],
  sendRequestXML: QBXML,
  receiveResponseXML: 42,
  connectionError: "done",
  getLastError: AWKWARD,
  closeConnection: "14 bills, 1 refused",
});
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve({ conversation });
});
afterAll(() => server.close());
beforeEach(() => heard.splice(0));

const strict = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === "string",
});

/** What another XML reader finds as the operation's result. */
function resultIn(text: string, operation: string): unknown {
  return strict.parse(text, true).Envelope.Body[`${operation}Response`][`${operation}Result`];
}

/** Text as .NET writes it into an element. */
const dotnet = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#xD;");

const from = { address: "", userAgent: "" };

describe("each operation reaches the conversation and is answered", () => {
  test.each<[keyof Conversation, Record<string, string>, Record<string, unknown>, unknown]>([
    ["serverVersion", {}, {}, "Countersign 1.0"],
    ["clientVersion", { strVersion: "2.3.0.207" }, { strVersion: "2.3.0.207", from }, "W:old"],
    [
      "authenticate",
      { strUserName: "acme-ap", strPassword: "p&lt;w" },
      { strUserName: "acme-ap", strPassword: "p<w", from },
      { string: ["t-1", "", "", "60"] },
    ],
    [
      "sendRequestXML",
      {
        ticket: "t",
        strHCPResponse: dotnet("<QBXML/>"),
        strCompanyFileName: "C:\\a.qbw",
        qbXMLCountry: "US",
        ...MAJOR,
      },
      {
        ticket: "t",
        strHCPResponse: "<QBXML/>",
        strCompanyFileName: "C:\\a.qbw",
        qbXMLCountry: "US",
        qbXMLMajorVers: 13,
        qbXMLMinorVers: 0,
      },
      QBXML,
    ],
    [
      "receiveResponseXML",
      { ticket: "t", response: dotnet("<a>&amp;#233;</a>"), hresult: "", message: "" },
      { ticket: "t", response: "<a>&amp;#233;</a>", hresult: "", message: "" },
      "42",
    ],
    [
      "connectionError",
      { ticket: "t", hresult: "0x80040408", message: "no" },
      { ticket: "t", hresult: "0x80040408", message: "no" },
      "done",
    ],
    ["getLastError", { ticket: "t" }, { ticket: "t" }, AWKWARD],
    ["closeConnection", { ticket: "t" }, { ticket: "t" }, "14 bills, 1 refused"],
  ])("%s", async (operation, parameters, args, result) => {
    const answer = await server.post(envelope(callOf(operation, parameters)), {
      soapaction: `"http://developer.intuit.com/${operation}"`,
    });
    expect(heard).toEqual([{ operation, args }]);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/xml; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-length"]).toBe(String(Buffer.byteLength(answer.text)));
    expect(resultIn(answer.text, operation)).toEqual(result);
  });

  test("the reply is the document that the WSDL promises, byte for byte", async () => {
    const { text } = await server.post(envelope(callOf("authenticate", {})));
    expect(text).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
        '<authenticateResponse xmlns="http://developer.intuit.com/"><authenticateResult>' +
        "<string>t-1</string><string></string><string></string><string>60</string>" +
        "</authenticateResult></authenticateResponse></soap:Body></soap:Envelope>",
    );
  });

  test("qbXML is escaped exactly once", async () => {
    const { text } = await server.post(envelope(callOf("sendRequestXML", { ticket: "t" })));
    expect(text).toContain("Caf&amp;#233; &amp;amp; Co ]]&amp;gt;&lt;/QBXML&gt;</sendRequestXMLResult>");
    expect(text).toContain("&lt;?qbxml version=&quot;13.0&quot;?&gt;&#13;\n");
  });

  test("the caller's address and program are passed on", async () => {
    await server.post(envelope(callOf("authenticate", {})), {
      "x-forwarded-for": "203.0.113.9, 10.0.0.1",
      "user-agent": "QBWC/2.3",
    });
    expect(heard[0]?.args.from).toEqual({ address: "10.0.0.1", userAgent: "QBWC/2.3" });
  });
});

describe("answers that must not go out", () => {
  test.each([0.5, Number.NaN, 2 ** 31])("receiveResponseXML never answers %s", async (number) => {
    const broken = await serve({ conversation: listener({ receiveResponseXML: number }).conversation });
    const answer = await broken.post(envelope(callOf("receiveResponseXML", { ticket: "t" })));
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("<faultcode>soap:Server</faultcode>");
    await broken.close();
  });

  test("a bug is a fault with an id that is in the log, and nothing else of it", async () => {
    const failing = listener().conversation;
    failing.closeConnection = async () => {
      throw new Error("password=hunter2 at line 3");
    };
    const broken = await serve({ conversation: failing });
    const { status, text } = await broken.post(envelope(callOf("closeConnection", { ticket: "t" })));
    expect(status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(text).toContain(`report error ${broken.log[0]?.fields.errorId}.`);
    expect(broken.log[0]?.fields.err).toBeInstanceOf(Error);
    await broken.close();
  });

  test("a character that XML cannot hold does not spoil the reply", async () => {
    const odd = await serve({ conversation: listener({ getLastError: "a\u0001b\ud800c" }).conversation });
    const { text } = await odd.post(envelope(callOf("getLastError", { ticket: "t" })));
    expect(resultIn(text, "getLastError")).toBe("a\ufffdb\ufffdc");
    await odd.close();
  });
});

test("a Fault, and what is logged of it, holds nothing of the company's books", async () => {
  const broken = envelope(callOf("receiveResponseXML", { ticket: "t", response: "Harbor &Pine-4711 Ltd" }));
  const before = server.log.length;
  const { status, text } = await server.post(broken);
  expect(status).toBe(500);
  expect(text).toContain("reference");
  expect(text + JSON.stringify(server.log.slice(before))).not.toContain("4711");
});

describe("everything that is not a call", () => {
  test("GET is a page for people, with a policy of its own", async () => {
    const { status, headers, text } = await server.ask("GET");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(text).toContain(`<code>${server.url}</code>`);
  });

  test("HEAD is the same without a body", async () => {
    const { status, headers, text } = await server.ask("HEAD");
    expect([status, text]).toEqual([200, ""]);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  test("the public address is named when it is known, and a forged host is not", async () => {
    const request = new Request("http://10.0.0.5:3000/api/qbwc?WSDL", { headers: { host: 'x"><a' } });
    const options = { conversation, maxBytes: 1, log: { warn: () => undefined, error: () => undefined } };
    const known = await handleSoap(request, { ...options, publicUrl: "https://bills.example.com" });
    expect(await known.text()).toContain('location="https://bills.example.com/api/qbwc"');
    const unknown = await handleSoap(request, { ...options, publicUrl: undefined });
    expect(await unknown.text()).toContain('location="http://10.0.0.5:3000/api/qbwc"');
    const proxied = await handleSoap(
      new Request("http://10.0.0.5:3000/api/qbwc?wsdl", {
        headers: { "x-forwarded-proto": "https", "x-forwarded-host": "bills.example.com" },
      }),
      { ...options, publicUrl: undefined },
    );
    expect(await proxied.text()).toContain('location="https://bills.example.com/api/qbwc"');
  });

  test.each([
    ["OPTIONS", 204],
    ["PUT", 405],
    ["DELETE", 405],
  ])("%s is %i and names what is allowed", async (method, expected) => {
    const { status, headers } = await server.ask(method);
    expect(status).toBe(expected);
    expect(headers.allow).toBe("GET, HEAD, POST, OPTIONS");
  });
});
