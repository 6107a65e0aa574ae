import { describe, expect, test } from "vitest";
import { readMessageSet, readResponses } from "@/lib/quickbooks/qbxml/decode";
import { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import { isRecordOf, type ResponseEvent } from "@/lib/quickbooks/qbxml/response-event";

const set = (inside: string, attributes = "") =>
  `<?xml version="1.0" ?><QBXML><QBXMLMsgsRs${attributes}>${inside}</QBXMLMsgsRs></QBXML>`;
const ok = 'statusCode="0" statusSeverity="Info" statusMessage="Status OK"';
const bills = (inside: string) => set(`<BillQueryRs requestID="1" ${ok}>${inside}</BillQueryRs>`);
const bill = async (inside: string) => {
  const { responses } = await readMessageSet(bills(`<BillRet>${inside}</BillRet>`));
  return responses[0]?.records[0]?.record;
};

async function collect(events: AsyncIterable<ResponseEvent>): Promise<ResponseEvent[]> {
  const all: ResponseEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

test("a reply is a stream of events in the document's order", async () => {
  const xml = set(
    `<BillAddRs requestID="7" ${ok}><BillRet><TxnID>1-1</TxnID></BillRet></BillAddRs>
     <BillAddRs requestID="8" statusCode="3100" statusSeverity="Error" statusMessage="in use" />
     <BillAddRs requestID="9" statusCode="550" statusSeverity="Warn"><ErrorRecovery><TxnID>2-1</TxnID>
       <TxnNumber>12</TxnNumber><EditSequence>17</EditSequence><ExternalGUID>0</ExternalGUID></ErrorRecovery></BillAddRs>
     <VendorQueryRs requestID="10" ${ok} retCount="1" iteratorRemainingCount="40" iteratorID="{a-b}"><VendorRet/></VendorQueryRs>`,
    ' newMessageSetID="cs42" messageSetStatusCode="0"',
  );
  const events = await collect(readResponses(xml));
  expect(events.map(({ type }) => type).join(" ")).toBe(
    "set response record end response end response errorRecovery end response record end",
  );
  expect(events).toMatchObject([
    { newMessageSetID: "cs42", messageSetStatusCode: 0 },
    { name: "BillAddRs", requestID: "7", statusCode: 0, statusSeverity: "Info", statusMessage: "Status OK" },
    { name: "BillRet", record: { TxnID: "1-1" } },
    { requestID: "7" },
    { requestID: "8", statusCode: 3100, statusSeverity: "Error", statusMessage: "in use" },
    { requestID: "8" },
    { requestID: "9", statusCode: 550, statusMessage: "" },
    { TxnID: "2-1", TxnNumber: 12, EditSequence: "17", ExternalGUID: "0" },
    { requestID: "9" },
    { retCount: 1, iteratorRemainingCount: 40, iteratorID: "{a-b}" },
    { name: "VendorRet", record: {} },
    { requestID: "10" },
  ]);
});

describe("a record", () => {
  test("keeps every value as it came", async () => {
    expect(
      await bill(
        "<TxnID>00123</TxnID><EditSequence>1E5</EditSequence><AmountDue>0.10</AmountDue><Memo> a &#233; &amp;amp; &#128512;\r\nb </Memo>" +
          "<TimeModified>2026-07-01T08:00:00-08:00</TimeModified><TxnDate>2026-07-01</TxnDate><TxnNumber>42</TxnNumber><IsPaid>false</IsPaid>",
      ),
    ).toEqual({
      TxnID: "00123",
      EditSequence: "1E5",
      AmountDue: "0.10",
      Memo: " a é &amp; \u{1F600}\nb ",
      TimeModified: "2026-07-01T08:00:00-08:00",
      TxnDate: "2026-07-01",
      TxnNumber: 42,
      IsPaid: false,
    });
  });

  test("has a list where there may be several, even for one", async () => {
    expect(
      await bill(
        "<LinkedTxn><TxnID>1</TxnID></LinkedTxn><ExpenseLineRet><TxnLineID>2</TxnLineID></ExpenseLineRet>",
      ),
    ).toEqual({ LinkedTxn: [{ TxnID: "1" }], ExpenseLineRet: [{ TxnLineID: "2" }] });
  });

  test("keeps item lines and groups in one order", async () => {
    expect(
      await bill(
        "<ItemLineRet><TxnLineID>1</TxnLineID></ItemLineRet>" +
          "<ItemGroupLineRet><TxnLineID>2</TxnLineID><ItemLineRet><TxnLineID>3</TxnLineID></ItemLineRet></ItemGroupLineRet>" +
          "<ItemLineRet><TxnLineID>4</TxnLineID></ItemLineRet>",
      ),
    ).toEqual({
      ItemLines: [
        { ItemLineRet: { TxnLineID: "1" } },
        { ItemGroupLineRet: { TxnLineID: "2", ItemLineRet: [{ TxnLineID: "3" }] } },
        { ItemLineRet: { TxnLineID: "4" } },
      ],
    });
  });

  test.each([
    ["a later version's field", "<TxnID>1</TxnID><Future>x</Future>", { TxnID: "1" }],
    [
      "a later version's block",
      "<Future><Memo>x</Memo><Deep><TxnID>2</TxnID></Deep></Future><Memo>y</Memo>",
      { Memo: "y" },
    ],
    [
      "an unknown value of an enumeration",
      "<LinkedTxn><TxnType>Tomorrow</TxnType></LinkedTxn>",
      { LinkedTxn: [{ TxnType: "Tomorrow" }] },
    ],
    ["empty elements", "<Memo></Memo><TxnDate/><IsPaid></IsPaid><TxnNumber/>", { Memo: "" }],
    ["a date that QuickBooks prints where it has none", "<TxnDate>0000-00-00</TxnDate>", {}],
    ["an empty block", "<VendorRef/>", { VendorRef: {} }],
    ["CDATA", "<Memo><![CDATA[a <b> &amp;]]> c</Memo>", { Memo: "a <b> &amp; c" }],
    ["comments and instructions", "<!-- x --><Memo>a<!-- y -->b<?z?></Memo>", { Memo: "ab" }],
    ["line breaks between elements", "\r\n  <TxnID>1</TxnID>\r\n", { TxnID: "1" }],
    ["booleans in other words", "<IsPaid>True</IsPaid>", { IsPaid: true }],
    [
      "names of Object's own",
      "<__proto__><x>1</x></__proto__><constructor>2</constructor><toString/><TxnID>1</TxnID>",
      { TxnID: "1" },
    ],
  ])("with %s", async (_, inside, expected) => {
    const record = await bill(inside);
    expect(record).toEqual(expected);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });
});

describe("a reply", () => {
  test("without requests", async () => {
    expect(await readMessageSet(set("", ' messageSetStatusCode="600"'))).toEqual({
      messageSetStatusCode: 600,
      newMessageSetID: undefined,
      responses: [],
    });
  });

  test.each([
    [
      "of a message that is not known",
      `<InvoiceQueryRs requestID="1" ${ok}><InvoiceRet><A><B/></A>x</InvoiceRet></InvoiceQueryRs>`,
    ],
    [
      "with a record that is not known",
      `<BillQueryRs requestID="1" ${ok}><NewRet><TxnID>1</TxnID></NewRet></BillQueryRs>`,
    ],
    [
      "with a name of Object's own",
      `<BillQueryRs requestID="1" ${ok}><constructor><TxnID>1</TxnID></constructor></BillQueryRs>`,
    ],
  ])("%s still brings its status", async (_, inside) => {
    const [response] = (await readMessageSet(set(inside))).responses;
    expect(response).toMatchObject({ requestID: "1", statusCode: 0, records: [] });
  });

  test("with a byte-order mark, or a declaration of another encoding, is read: it was decoded before", async () => {
    const declared = bills("").replace('version="1.0"', 'version="1.0" encoding="utf-16"');
    expect((await readMessageSet(`\ufeff${declared}`)).responses).toHaveLength(1);
  });

  test("gives records a type by their name", async () => {
    const xml = set(
      `<ItemQueryRs ${ok}><ItemServiceRet><Name>Labor</Name></ItemServiceRet><ItemGroupRet><Name>Set</Name></ItemGroupRet></ItemQueryRs>`,
    );
    const names: (string | undefined)[] = [];
    for await (const event of readResponses(xml)) {
      if (event.type !== "record" || !isRecordOf(itemQuery, event)) continue;
      names.push(
        event.name === "ItemGroupRet" ? event.record.ItemGroupLine?.[0]?.Quantity : event.record.Name,
      );
      expect(isRecordOf(accountQuery, event)).toBe(false);
    }
    expect(names).toEqual(["Labor", undefined]);
  });

  test("is read alike however it is cut into chunks", async () => {
    const xml = bills(
      "<BillRet><Memo>a \u{1F600} &#128512; &amp; b</Memo><TxnNumber>7</TxnNumber></BillRet>".repeat(3),
    );
    const whole = await collect(readResponses(xml));
    for (const size of [1, 2, 3, 7]) {
      const pieces = async function* () {
        for (let i = 0; i < xml.length; i += size) yield xml.slice(i, i + size);
      };
      expect(await collect(readResponses(pieces()))).toEqual(whole);
    }
    expect(whole.filter((event) => event.type === "record" && isRecordOf(billQuery, event))).toHaveLength(3);
  });
});
