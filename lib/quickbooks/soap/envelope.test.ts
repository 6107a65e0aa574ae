import { afterEach, describe, expect, test } from "vitest";
import { openSpoolFiles, payloadBytesInMemory } from "@/lib/quickbooks/run/payload";
import { readCall } from "@/lib/quickbooks/soap/envelope";
import { SoapFault } from "@/lib/quickbooks/soap/fault";
import { callOf, envelope } from "@/lib/quickbooks/soap/serve-for-tests";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const OP = 'xmlns="http://developer.intuit.com/"';

// Refused or read, a call leaves nothing behind; the gauges are the whole process's, and other tests look at them.
afterEach(() => expect([openSpoolFiles(), payloadBytesInMemory()]).toEqual([0, 0]));

/** Pieces of so many characters: a decoder never cuts one in two. */
async function* cut(text: string, length: number) {
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += length) {
    yield Buffer.from(characters.slice(at, at + length).join(""));
  }
}

/** Reads a document that arrives in pieces of that length; payloads are given as text. */
async function read(xml: string, length = 1000) {
  const call = await readCall(cut(xml, length));
  const args: Record<string, unknown> = {};
  for (const [name, value] of call.args) args[name] = typeof value === "object" ? await value.text() : value;
  await call.dispose();
  return { operation: call.operation.name, args };
}

async function faultOf(xml: string): Promise<string> {
  const outcome = await read(xml).catch((error: unknown) => error);
  if (!(outcome instanceof SoapFault)) throw new Error(`Expected a fault, got ${JSON.stringify(outcome)}`);
  return `${outcome.code}: ${outcome.message}`;
}

const response = (content: string) =>
  envelope(
    `<receiveResponseXML ${OP}><ticket>t</ticket><response>${content}</response></receiveResponseXML>`,
  );
const ticket = (content: string) => envelope(callOf("getLastError", { ticket: content }));

describe("the same call in other clothes", () => {
  const expected = { operation: "getLastError", args: { ticket: "t-1" } };
  test.each([
    ["as .NET writes it", envelope(callOf("getLastError", { ticket: "t-1" }))],
    [
      "SOAP-ENV: and ns1:",
      `<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP}" xmlns:ns1="http://developer.intuit.com/"><SOAP-ENV:Body>` +
        "<ns1:getLastError><ns1:ticket>t-1</ns1:ticket></ns1:getLastError></SOAP-ENV:Body></SOAP-ENV:Envelope>",
    ],
    [
      "a default namespace, single quotes, line breaks, comments",
      `<?xml version='1.0'?>\r\n<!-- c -->\r\n<Envelope xmlns='${SOAP}'>\r\n  <Header/>\r\n <Body>\r\n<!-- > -->` +
        `<getLastError ${OP}\r\n>\r\n <ticket\t>t-1</ticket >\r\n</getLastError></Body>\r\n</Envelope>\r\n <!-- c -->`,
    ],
    [
      "no namespace on the operation",
      `<s:Envelope xmlns:s="${SOAP}"><s:Body><getLastError><ticket>t-1</ticket></getLastError></s:Body></s:Envelope>`,
    ],
    ["CDATA", ticket("<![CDATA[t-1]]>")],
    ["references", ticket("&#x74;&#45;1")],
    [
      "an optional header and an unknown element",
      `<s:Envelope xmlns:s="${SOAP}"><s:Header><a:To s:mustUnderstand="0" xmlns:a="urn:a"><b/></a:To></s:Header>` +
        `<s:Body><getLastError ${OP}><new><a>x</a></new><ticket>t-1</ticket></getLastError></s:Body></s:Envelope>`,
    ],
  ])("%s", async (_, xml) => {
    expect(await read(xml)).toEqual(expected);
    expect(await read(xml, 1)).toEqual(expected);
  });
});

describe("nothing, in four ways, is the same nothing", () => {
  const NIL = '<X xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';
  test.each([
    ["absent", ""],
    ["nil", NIL],
    ["an empty tag", "<X/>"],
    ["a pair of tags", "<X></X>"],
  ])("%s", async (_, form) => {
    const names = ["response", "hresult", "message"];
    const fields = names.map((name) => form.replaceAll("X", name)).join("");
    const xml = envelope(`<receiveResponseXML ${OP}>${fields}<ticket>t</ticket></receiveResponseXML>`);
    expect((await read(xml)).args).toEqual({ ticket: "t", response: "", hresult: "", message: "" });
  });

  test("a missing version number is 0", async () => {
    const { args } = await read(envelope(`<sendRequestXML ${OP}/>`));
    expect(args).toEqual({
      ticket: "",
      strHCPResponse: "",
      strCompanyFileName: "",
      qbXMLCountry: "",
      qbXMLMajorVers: 0,
      qbXMLMinorVers: 0,
    });
  });
});

describe("a payload is decoded exactly once, wherever it is cut", () => {
  test.each([
    ["&lt;a b=&quot;1&quot;&gt;&apos;&amp;#233;&amp;amp;&lt;/a&gt;", `<a b="1">'&#233;&amp;</a>`],
    ["é 😀 &#233;&#x1F600;&#000000000233;", "é 😀 é😀é"],
    ["a\r\nb\rc\nd&#13;&#xD;\n", "a\nb\nc\nd\r\r\n"],
    ["]]&gt; ] ]] > a]", "]]> ] ]] > a]"],
    ["a<![CDATA[<b>&amp;]]]]><![CDATA[> ]] \r\n]]>c", "a<b>&amp;]]> ]] \nc"],
    ["<![CDATA[]]>", ""],
    ["  \t ", "  \t "],
    ["\r<![CDATA[\n]]>", "\n\n"],
  ])("%j", async (raw, decoded) => {
    for (let length = 1; length <= 13; length += 1) {
      expect((await read(response(raw), length)).args.response).toBe(decoded);
    }
  });
});

describe("what is not exactly one call is a fault, in a short parameter and in a payload", () => {
  const BOTH: [string, string][] = [
    ["an undefined entity", "&nbsp;"],
    ["a bare ampersand", "a & b"],
    ["an unfinished reference", "&amp"],
    ["a long unfinished reference", `&#${"1".repeat(40)}`],
    ["a reference to nothing", "&#xD800;"],
    ["a reference beyond Unicode", "&#x110000;"],
    ["a reference to a control character", "&#0;"],
    ["a reference with a sign", "&#-1;"],
    ["an upper-case reference", "&#X41;"],
    ["a control character", "a\u0001"],
    ["a control character in CDATA", "<![CDATA[\u0000]]>"],
    ["U+FFFE", "\ufffe"],
    ["]]> in text", "a]]>b"],
    ["a child", "<b>x</b>"],
    ["a bare <", "1 < 2"],
    ["a stray end tag", "</b>"],
    ["an open CDATA", "<![CDATA[x"],
    ["a processing instruction", "<?a b?>"],
  ];
  test.each(BOTH)("%s", async (_, content) => {
    expect(await faultOf(ticket(content))).toMatch(/^Client: /);
    expect(await faultOf(response(content))).toMatch(/^Client: /);
    expect(await faultOf(response(`x${content}y`))).toMatch(/^Client: /);
  });

  const whole = ticket("t");
  test.each<[string, string, RegExp]>([
    ["nothing", "", /^Client: .*well-formed/],
    ["plain text", "hello", /^Client: /],
    ["another document", "<html/>", /^Client: The request is not a SOAP envelope/],
    ["no Body", `<s:Envelope xmlns:s="${SOAP}"/>`, /^Client: .*no call/],
    ["an empty Body", envelope(""), /^Client: .*no call/],
    ["an unknown operation", envelope("<dropTables/>"), /^Client: This service has no operation dropTables/],
    ["two operations", envelope("<serverVersion/><serverVersion/>"), /one call/],
    ["two Bodies", whole.replace("</soap:Envelope>", "<soap:Body/></soap:Envelope>"), /one Body/],
    ["a parameter twice", envelope("<getLastError><ticket/><ticket/></getLastError>"), /ticket twice/],
    ["text between elements", envelope("<getLastError>x<ticket/></getLastError>"), /between/],
    ["no whole number", envelope(callOf("sendRequestXML", { qbXMLMajorVers: "13.0" })), /whole number/],
    ["a truncated document", whole.slice(0, -5), /^Client: /],
    ["tags that do not match", whole.replace("</ticket>", "</Ticket>"), /^Client: /],
    ["something after the end", `${whole}<a/>`, /^Client: /],
    ["text after the end", `${whole}x`, /^Client: /],
    ["an undeclared prefix", ticket("t").replace("<ticket>", "<q:ticket>"), /^Client: /],
    ["an attribute without quotes", whole.replace("<ticket>", "<ticket a=1>"), /^Client: /],
    ["an attribute twice", whole.replace("<ticket>", '<ticket a="1" a="2">'), /^Client: /],
    ["a DOCTYPE", whole.replace("<soap:E", "<!DOCTYPE a><soap:E"), /DOCTYPE/],
    [
      "an entity bomb",
      whole
        .replace("<soap:E", '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><soap:E')
        .replace(">t<", ">&b;<"),
      /DOCTYPE/,
    ],
    ["a processing instruction", whole.replace("<soap:E", "<?a b?><soap:E"), /processing instruction/],
    ["deep nesting", ticket("<a>".repeat(100_000)), /^Client: /],
    ["deep nesting in an unknown element", envelope(`<getLastError><x>${"<a>".repeat(99)}`), /too deep/],
    ["a long short parameter", ticket("x".repeat(70_000)), /longer than 65536/],
    ["endless white space", whole + " ".repeat(1_100_000), /too much/],
    ["an endless tag", `<${"a".repeat(1_100_000)}`, /too much/],
    ["SOAP 1.2", whole.replace(SOAP, "http://www.w3.org/2003/05/soap-envelope"), /^VersionMismatch: /],
    ["a strange namespace", whole.replace(SOAP, "urn:x"), /^VersionMismatch: /],
    ["no namespace", "<Envelope><Body><serverVersion/></Body></Envelope>", /^VersionMismatch: /],
    [
      "a Body in a strange namespace",
      whole.replace("<soap:Body>", '<q:Body xmlns:q="urn:x">').replace("</soap:Body>", "</q:Body>"),
      /one Body/,
    ],
    [
      "a mandatory header",
      whole.replace("<soap:Body>", '<soap:Header><s soap:mustUnderstand="1"/></soap:Header><soap:Body>'),
      /^MustUnderstand: .* header s\./,
    ],
  ])("%s", async (_, xml, message) => {
    expect(await faultOf(xml)).toMatch(message);
  });

  test("a header meant for another node is not ours to understand", async () => {
    const header = '<soap:Header><s soap:mustUnderstand="1" soap:actor="urn:proxy"/></soap:Header>';
    expect((await read(whole.replace("<soap:Body>", `${header}<soap:Body>`))).operation).toBe("getLastError");
  });
});

describe("the ticket is asked about before a payload is kept", () => {
  const call = (xml: string, verdict: boolean) => {
    const asked: string[] = [];
    const authorize = async (name: string) => {
      asked.push(name);
      return verdict;
    };
    return { asked, reading: readCall(cut(xml, 50), authorize) };
  };

  test("once, and a known one is let in", async () => {
    const { asked, reading } = call(response("x".repeat(500)), true);
    const known = await reading;
    expect(known.isTicketUnknown).toBe(false);
    expect(asked).toEqual(["t"]);
    await known.dispose();
  });

  test("an unknown one ends the reading, even of a document that would not have been well-formed", async () => {
    const { asked, reading } = call(response(`${"x".repeat(500)}<broken`), false);
    const { operation, isTicketUnknown, args } = await reading;
    expect([operation.name, isTicketUnknown, args.size, asked]).toEqual([
      "receiveResponseXML",
      true,
      0,
      ["t"],
    ]);
  });

  test("an empty payload needs no asking", async () => {
    const { asked, reading } = call(response(""), false);
    expect((await reading).isTicketUnknown).toBe(false);
    expect(asked).toEqual([]);
  });

  test("a payload before its ticket is refused", async () => {
    const xml = envelope(callOf("receiveResponseXML", { response: "x", ticket: "t" }));
    await expect(call(xml, true).reading).rejects.toThrow("The ticket must come before response.");
  });
});
