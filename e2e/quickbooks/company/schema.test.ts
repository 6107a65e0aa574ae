import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { billAdd, DemoSession, expense } from "./demo-session";

// Intuit's schema cannot be part of the project: its own terms come with it. The check runs where it is there.
const SCHEMAS = process.env.QBXML_XSD_DIR ?? resolve(process.cwd(), "../shared/reference/qbxml");
const available =
  existsSync(join(SCHEMAS, "qbxmlops130.xsd")) && spawnSync("xmllint", ["--version"]).status === 0;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "qbxml-xsd-"));
  if (!available) return;
  for (const name of readdirSync(SCHEMAS)) {
    // The published set names a file that is not among the published ones.
    const text = readFileSync(join(SCHEMAS, name), "utf8").replace("qbxml130_modified.xsd", "qbxml130.xsd");
    writeFileSync(join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function everyAnswer(): string {
  const demo = new DemoSession();
  demo.company.switches.messageSetsKept = 9;
  const { company } = demo;
  const vendor = "Bayside Concrete";
  const first = company.enterBill({
    vendor,
    refNumber: "A-1",
    lines: [{ account: "Rent", amount: "10.00" }],
  });
  const second = company.enterBill({ vendor, lines: [{ account: "Rent", amount: "10.00" }] });
  const third = company.enterBill({ vendor, lines: [{ account: "Rent", amount: "10.00" }] });
  company.payBill(first.txnId, "4.00");
  company.payBill(first.txnId, "3.00", "creditCard");
  company.payBill(first.txnId, "3.00", "credit");
  company.addVendor("Short Lived");
  company.deleteVendor("Short Lived");
  company.deleteBill(third.txnId);
  const all = "<IncludeLineItems>true</IncludeLineItems>";
  const both = `${all}<IncludeLinkedTxns>true</IncludeLinkedTxns>`;
  const item =
    "<ItemLineAdd><ItemRef><FullName>Delivery</FullName></ItemRef><Quantity>2</Quantity></ItemLineAdd>";
  const requests = `
    <HostQueryRq requestID="0"/><CompanyQueryRq requestID="1"/><PreferencesQueryRq requestID="2"/>
    <AccountQueryRq/><CustomerQueryRq/><ClassQueryRq/><TermsQueryRq/><StandardTermsQueryRq/>
    <VendorQueryRq iterator="Start"><MaxReturned>5</MaxReturned></VendorQueryRq><ItemQueryRq/><EntityQueryRq/>
    <VendorAddRq><VendorAdd><Name>Öre &amp; Sons</Name></VendorAdd></VendorAddRq>
    <VendorAddRq><VendorAdd><Name>Island Hardware</Name></VendorAdd></VendorAddRq>
    ${billAdd({ lines: expense("Rent", "5.00") + item })}
    <BillQueryRq>${both}</BillQueryRq><BillPaymentCheckQueryRq>${all}</BillPaymentCheckQueryRq>
    <BillPaymentCreditCardQueryRq>${all}</BillPaymentCreditCardQueryRq><VendorCreditQueryRq>${both}</VendorCreditQueryRq>
    <BillToPayQueryRq><PayeeEntityRef><FullName>${vendor}</FullName></PayeeEntityRef></BillToPayQueryRq>
    <ListDeletedQueryRq><ListDelType>Vendor</ListDelType></ListDeletedQueryRq>
    <TxnDeletedQueryRq><TxnDelType>Bill</TxnDelType></TxnDeletedQueryRq>
    <TxnVoidRq><TxnVoidType>Bill</TxnVoidType><TxnID>${second.txnId}</TxnID></TxnVoidRq>
    <TxnDelRq><TxnDelType>Bill</TxnDelType><TxnID>${second.txnId}</TxnID></TxnDelRq>`;
  return document(requests, 'newMessageSetID="X"', demo);
}

function document(requests: string, attributes: string, demo: DemoSession): string {
  const xml = `<?xml version="1.0"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError" ${attributes}>${requests}</QBXMLMsgsRq></QBXML>`;
  return demo.session.process(xml);
}

function validate(xml: string): void {
  writeFileSync(join(folder, "answer.xml"), xml);
  const schema = join(folder, "qbxmlops130.xsd");
  execFileSync("xmllint", ["--noout", "--schema", schema, join(folder, "answer.xml")], { stdio: "pipe" });
}

test("answers are ASCII", () => {
  const xml = everyAnswer();
  expect(xml).toContain("&#214;re &amp; Sons");
  expect([...xml].every((character) => character.charCodeAt(0) < 127)).toBe(true);
});

test.runIf(available)("answers fit Intuit's schema", () => {
  validate(everyAnswer());
});

test.runIf(available)(
  "stored answers with the identity alone fit it too, and so do 600 and an empty set",
  () => {
    const demo = new DemoSession({ switches: { storedAnswer: "identityOnly" } });
    const made = `${billAdd()}<VendorAddRq><VendorAdd><Name>New One</Name></VendorAdd></VendorAddRq>`;
    document(made, 'newMessageSetID="X"', demo);
    const again = document("", 'newMessageSetID="X" oldMessageSetID="X"', demo);
    expect(again.match(/<ErrorRecovery>/g)).toHaveLength(2);
    validate(again);
    validate(document("", 'newMessageSetID="Z" oldMessageSetID="Z"', demo));
  },
);
