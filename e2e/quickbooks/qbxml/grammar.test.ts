import { expect, test } from "vitest";
import { GrammarError } from "./grammar";
import { readXml, XmlError } from "./read-xml";
import { checkRequest } from "./request-grammar";

function fault(xml: string, version = 13): string | undefined {
  try {
    checkRequest(readXml(xml), version);
    return undefined;
  } catch (error) {
    if (error instanceof GrammarError) return error.message;
    throw error;
  }
}

const bill = (inner: string) => `<BillAddRq><BillAdd>${inner}</BillAdd></BillAddRq>`;
const VENDOR = "<VendorRef><ListID>1</ListID></VendorRef>";

test.each([
  ["a minimal bill", bill(VENDOR)],
  [
    "lines of both kinds",
    bill(
      `${VENDOR}<ExpenseLineAdd/><ItemLineAdd/><ItemGroupLineAdd><ItemGroupRef/></ItemGroupLineAdd><ItemLineAdd/>`,
    ),
  ],
  ["a query of everything", "<BillQueryRq requestID='1'/>"],
  [
    "a query by two ids",
    "<BillQueryRq><TxnID>1</TxnID><TxnID>2</TxnID><IncludeLineItems>true</IncludeLineItems></BillQueryRq>",
  ],
  [
    "filters in order",
    "<VendorQueryRq iterator='Start'><MaxReturned>5</MaxReturned><ActiveStatus>All</ActiveStatus></VendorQueryRq>",
  ],
  ["an amount without decimals", bill(`${VENDOR}<ExpenseLineAdd><Amount>-12</Amount></ExpenseLineAdd>`)],
  [
    "class after parent on a non-inventory part",
    "<ItemNonInventoryAddRq><ItemNonInventoryAdd><Name>a</Name><ParentRef/><ClassRef/><SalesOrPurchase/></ItemNonInventoryAdd></ItemNonInventoryAddRq>",
  ],
  [
    "a cleared memo in a Mod",
    "<BillModRq><BillMod><TxnID>1</TxnID><EditSequence>2</EditSequence><TxnDate></TxnDate><Memo></Memo></BillMod></BillModRq>",
  ],
])("takes %s", (_name, xml) => {
  expect(fault(xml)).toBeUndefined();
});

test.each([
  [
    "an element out of order",
    bill(`${VENDOR}<DueDate>2026-01-02</DueDate><TxnDate>2026-01-01</TxnDate>`),
    /TxnDate is unknown or out of order/,
  ],
  ["an expense line after an item line", bill(`${VENDOR}<ItemLineAdd/><ExpenseLineAdd/>`), /ExpenseLineAdd/],
  ["an unknown element", bill(`${VENDOR}<Colour>red</Colour>`), /Colour/],
  ["an element given twice", bill(`${VENDOR}<Memo>a</Memo><Memo>b</Memo>`), /Memo/],
  ["a missing required element", bill("<Memo>a</Memo>"), /needs VendorRef/],
  [
    "children of a reference in the wrong order",
    bill("<VendorRef><FullName>a</FullName><ListID>1</ListID></VendorRef>"),
    /ListID/,
  ],
  [
    "an amount with one decimal",
    bill(`${VENDOR}<ExpenseLineAdd><Amount>246.9</Amount></ExpenseLineAdd>`),
    /amount/,
  ],
  [
    "an amount with three decimals",
    bill(`${VENDOR}<ExpenseLineAdd><Amount>1.234</Amount></ExpenseLineAdd>`),
    /amount/,
  ],
  [
    "a thousands separator",
    bill(`${VENDOR}<ExpenseLineAdd><Amount>1,000.00</Amount></ExpenseLineAdd>`),
    /amount/,
  ],
  [
    "a number that is too long",
    bill(`${VENDOR}<RefNumber>123456789012345678901</RefNumber>`),
    /21 characters, of 20/,
  ],
  ["an American date", bill(`${VENDOR}<TxnDate>01/02/2026</TxnDate>`), /not a date/],
  ["a day that is not", bill(`${VENDOR}<TxnDate>2026-02-30</TxnDate>`), /not a date/],
  ["a date beyond 2038", bill(`${VENDOR}<TxnDate>2038-02-01</TxnDate>`), /not a date/],
  [
    "a GUID without braces",
    bill(`${VENDOR}<ExternalGUID>57F3B9B1-86F1-4FCC-B1EE-566DE1813D20</ExternalGUID>`),
    /GUID/,
  ],
  [
    "an enumeration in the wrong case",
    "<VendorQueryRq><ActiveStatus>all</ActiveStatus></VendorQueryRq>",
    /known values/,
  ],
  [
    "a boolean 1",
    "<BillQueryRq><IncludeLineItems>1</IncludeLineItems></BillQueryRq>",
    /neither true nor false/,
  ],
  [
    "ids together with a filter",
    "<BillQueryRq><TxnID>1</TxnID><MaxReturned>5</MaxReturned></BillQueryRq>",
    /MaxReturned/,
  ],
  [
    "a time with Z",
    "<VendorQueryRq><FromModifiedDate>2026-01-01T00:00:00Z</FromModifiedDate></VendorQueryRq>",
    /date and time/,
  ],
  ["an iterator where there is none", "<AccountQueryRq iterator='Start'/>", /does not take iterator/],
  ["an unknown request", "<BillPayRq/>", /not a known request/],
  ["text between elements", bill(`hello${VENDOR}`), /text/],
  ["a Canadian element", bill(`${VENDOR}<IsTaxIncluded>true</IsTaxIncluded>`), /IsTaxIncluded/],
  [
    "both ways to number a check",
    "<BillPaymentCheckAddRq><BillPaymentCheckAdd><PayeeEntityRef/><BankAccountRef/><IsToBePrinted>true</IsToBePrinted><RefNumber>1</RefNumber></BillPaymentCheckAdd></BillPaymentCheckAddRq>",
    /RefNumber/,
  ],
  [
    "class before parent on a non-inventory part",
    "<ItemNonInventoryAddRq><ItemNonInventoryAdd><Name>a</Name><ClassRef/><ParentRef/><SalesOrPurchase/></ItemNonInventoryAdd></ItemNonInventoryAddRq>",
    /ParentRef/,
  ],
  [
    "an empty amount in an Add",
    bill(`${VENDOR}<ExpenseLineAdd><Amount></Amount></ExpenseLineAdd>`),
    /amount/,
  ],
])("refuses %s", (_name, xml, message) => {
  expect(fault(xml)).toMatch(message);
});

test("a line end counts as two characters", () => {
  const at = (memo: string) => fault(bill(`${VENDOR}<Memo>${memo}</Memo>`));
  expect(at(`${"a".repeat(4093)}\n`)).toBeUndefined();
  expect(at(`${"a".repeat(4094)}\n`)).toMatch(/4096 characters, of 4095/);
});

test("an element newer than the stated version is refused", () => {
  const xml = bill(`${VENDOR}<ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>`);
  expect(fault(xml, 8)).toMatch(/newer than the stated version/);
  expect(fault(xml, 9)).toBeUndefined();
});

test.each([
  ["a truncated document", "<a><b></b>"],
  ["crossed tags", "<a><b></a></b>"],
  ["a bare ampersand", "<a>R & D</a>"],
  ["an HTML entity", "<a>&nbsp;</a>"],
  ["a reference to a control character", "<a>&#1;</a>"],
  ["a control character", "<a>\u0001</a>"],
  ["a reference to half an emoji", "<a>&#55357;</a>"],
  ["a DOCTYPE", "<!DOCTYPE a><a/>"],
  ["two roots", "<a/><b/>"],
  ["plain text", "hello"],
])("XML: refuses %s", (_name, xml) => {
  expect(() => readXml(xml)).toThrow(XmlError);
});

test("XML: references are read by code point, numbers stay text", () => {
  const node = readXml("<a x='&quot;1&quot;'>&#233;&#x1F600;&amp;lt; 007</a>");
  expect(node.text).toBe("é😀&lt; 007");
  expect(node.attributes.x).toBe('"1"');
});
