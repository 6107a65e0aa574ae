import { expect, test } from "vitest";
import { readMessageSet, readResponses } from "@/lib/quickbooks/qbxml/decode";
import { QbxmlError, type QbxmlErrorCode } from "@/lib/quickbooks/qbxml/qbxml-error";
import type { ReadLimits } from "@/lib/quickbooks/qbxml/read-limits";

const set = (inside: string) => `<?xml version="1.0" ?><QBXML><QBXMLMsgsRs>${inside}</QBXMLMsgsRs></QBXML>`;
const response = (inside: string) =>
  set(`<BillQueryRs requestID="1" statusCode="0" statusSeverity="Info">${inside}</BillQueryRs>`);
const bill = (inside: string) => response(`<BillRet>${inside}</BillRet>`);
const whole = bill("<Memo>x</Memo>");

const cases: readonly [string, string, QbxmlErrorCode][] = [
  ["nothing", "", "truncated"],
  ["no XML", "Server busy", "malformed"],
  ["a page of HTML", "<!DOCTYPE html><html></html>", "doctype"],
  ["the end missing", whole.slice(0, -9), "truncated"],
  ["the middle of a tag at the end", whole.slice(0, 60), "truncated"],
  ["crossed tags", bill("<VendorRef><ListID>1</VendorRef></ListID>"), "malformed"],
  ["a second root", `${whole}<QBXML/>`, "malformed"],
  ["text after the end", `${whole}x`, "malformed"],
  ["text before the declaration", ` ${whole}`, "malformed"],
  ["a document type", `<!DOCTYPE QBXML>${whole.slice(22)}`, "doctype"],
  ["an entity of its own", `<!DOCTYPE QBXML [<!ENTITY e "x">]><QBXML>&e;</QBXML>`, "doctype"],
  [
    "an external entity",
    `<!DOCTYPE QBXML [<!ENTITY e SYSTEM "file:///etc/passwd">]><QBXML>&e;</QBXML>`,
    "doctype",
  ],
  ["an undefined entity", bill("<Memo>&nbsp;</Memo>"), "malformed"],
  ["a lone ampersand", bill("<Memo>a & b</Memo>"), "malformed"],
  ["a control character", bill("<Memo>\u0007</Memo>"), "malformed"],
  ["a reference to a control character", bill("<Memo>&#7;</Memo>"), "malformed"],
  ["a reference to half a character", bill("<Memo>&#xD83D;</Memo>"), "malformed"],
  ["half a character", bill("<Memo>\ud83dx</Memo>"), "malformed"],
  ["half a character at the end", `${whole}\ud83d`, "malformed"],
  ["a name that is none", bill("<1/>"), "malformed"],
  ["an attribute twice", set('<BillQueryRs statusCode="0" statusCode="1"/>'), "malformed"],
  ["the end of CDATA in text", bill("<Memo>]]></Memo>"), "malformed"],
  ["elements a thousand deep", response("<a>".repeat(1000) + "</a>".repeat(1000)), "too-deep"],
  ["a hundred thousand deep and truncated", response("<a>".repeat(100_000)), "too-deep"],
  ["another root", "<Envelope><QBXML/></Envelope>", "unexpected"],
  ["a request", "<QBXML><QBXMLMsgsRq/></QBXML>", "unexpected"],
  ["text between responses", set("busy"), "unexpected"],
  ["text between records", response("busy"), "unexpected"],
  ["text between fields", bill("busy"), "unexpected"],
  ["fields inside a value", bill("<Memo><TxnID>1</TxnID></Memo>"), "unexpected"],
  ["a field twice", bill("<TxnID>1</TxnID><TxnID>2</TxnID>"), "unexpected"],
  ["a boolean that is none", bill("<IsPaid>perhaps</IsPaid>"), "unexpected"],
  ["a number that is none", bill("<TxnNumber>12.5</TxnNumber>"), "unexpected"],
  ["a number too large to be exact", bill("<TxnNumber>9007199254740993</TxnNumber>"), "unexpected"],
  ["an amount that is none", bill("<AmountDue>12,50</AmountDue>"), "unexpected"],
  ["an amount in another notation", bill("<AmountDue>1e3</AmountDue>"), "unexpected"],
  ["an amount too long to be kept", bill(`<AmountDue>${"9".repeat(14)}.00</AmountDue>`), "unexpected"],
  ["a quantity that is none", bill("<ItemLineRet><Quantity>many</Quantity></ItemLineRet>"), "unexpected"],
  ["a day that is in no month", bill("<TxnDate>2026-02-31</TxnDate>"), "unexpected"],
  ["a date in another form", bill("<TxnDate>01/31/2026</TxnDate>"), "unexpected"],
  ["a day of the year nothing", bill("<TxnDate>0000-01-01</TxnDate>"), "unexpected"],
  ["a rate that is none", bill("<ExchangeRate>1.2.3</ExchangeRate>"), "unexpected"],
  ["no status", set('<BillQueryRs requestID="1"/>'), "unexpected"],
  ["a status that is no number", set('<BillQueryRs statusCode="OK"/>'), "unexpected"],
];

test.each(cases)("refuses %s", async (_, xml, code) => {
  const failure = await readMessageSet(xml).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(QbxmlError);
  expect(failure).toMatchObject({ code });
});

test.each<[string, string, Partial<ReadLimits>]>([
  ["a value", bill(`<Memo>${"x".repeat(200_000)}</Memo>`), { maxToken: 100_000 }],
  [
    "an attribute",
    set(`<BillQueryRs statusCode="0" statusMessage="${"x".repeat(200_000)}"/>`),
    { maxToken: 100_000 },
  ],
  ["a comment", `<QBXML><!--${"x".repeat(200_000)}--></QBXML>`, { maxToken: 100_000 }],
  ["a document type", `<!DOCTYPE x [${" ".repeat(200_000)}`, { maxToken: 100_000 }],
  ["a record", bill("<ItemLineRet/>".repeat(1001)), { maxRecordElements: 1000 }],
  ["what is skipped of a record", bill("<New/>".repeat(1001)), { maxRecordElements: 1000 }],
  ["the document", whole, { maxCharacters: 100 }],
])("stops when %s is too large", async (_, xml, limits) => {
  await expect(readMessageSet(xml, limits)).rejects.toMatchObject({ name: "QbxmlError", code: "too-large" });
});

test("a fault late in a stream comes after the records before it, never as a quiet end", async () => {
  const chunks = async function* () {
    yield response("<BillRet><TxnID>1</TxnID></BillRet>").replace("</BillQueryRs></QBXMLMsgsRs></QBXML>", "");
    yield "<BillRet><TxnID>2</TxnID>";
  };
  const seen: string[] = [];
  const read = async () => {
    for await (const event of readResponses(chunks())) seen.push(event.type);
  };
  await expect(read()).rejects.toMatchObject({ code: "truncated" });
  expect(seen).toEqual(["set", "response", "record"]);
});
