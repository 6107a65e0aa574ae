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

const FULL_HEADER = `<VendorAddress><Addr1>1 Quay</Addr1><City>Anacortes</City></VendorAddress>
  <TxnDate>2026-07-01</TxnDate><DueDate>2026-07-31</DueDate><RefNumber>A-7</RefNumber>
  <TermsRef><FullName>Net 30</FullName></TermsRef><Memo>all of it</Memo>
  <ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>`;
const FULL_LINE = `<Memo>a line</Memo><CustomerRef><FullName>Chen Residence</FullName></CustomerRef>
  <ClassRef><FullName>Residential:Remodeling</FullName></ClassRef><BillableStatus>Billable</BillableStatus>`;
const FULL_VENDOR = `<Name>Öre &amp; Sons</Name><IsActive>true</IsActive>
  <ClassRef><FullName>Shop</FullName></ClassRef><CompanyName>c</CompanyName><Salutation>Ms.</Salutation>
  <FirstName>f</FirstName><LastName>l</LastName><JobTitle>j</JobTitle>
  <VendorAddress><Addr1>1 Quay</Addr1><City>Anacortes</City></VendorAddress><Phone>1</Phone><Fax>2</Fax>
  <Email>a@b.example</Email><Cc>c@d.example</Cc><Contact>x</Contact><AltContact>y</AltContact>
  <AdditionalContactRef><ContactName>Mobile</ContactName><ContactValue>3</ContactValue></AdditionalContactRef>
  <NameOnCheck>n</NameOnCheck><AccountNumber>77</AccountNumber><Notes>note</Notes>
  <TermsRef><FullName>Net 30</FullName></TermsRef><CreditLimit>500.00</CreditLimit>
  <VendorTaxIdent>12-3456789</VendorTaxIdent><IsVendorEligibleFor1099>true</IsVendorEligibleFor1099>
  <ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>
  <PrefillAccountRef><FullName>Rent</FullName></PrefillAccountRef>
  <PrefillAccountRef><FullName>Insurance</FullName></PrefillAccountRef>`;
const FULL_JOB = `<Name>Attic</Name><ParentRef><FullName>Chen Residence</FullName></ParentRef>
  <CompanyName>c</CompanyName><BillAddress><Addr1>1 Quay</Addr1></BillAddress>
  <ShipAddress><Addr1>2 Quay</Addr1></ShipAddress><Phone>1</Phone><TermsRef><FullName>Net 30</FullName></TermsRef>
  <AccountNumber>8</AccountNumber><CreditLimit>9.00</CreditLimit><JobStatus>Awarded</JobStatus>
  <JobStartDate>2026-07-01</JobStartDate><JobDesc>d</JobDesc><Notes>note</Notes>
  <PreferredDeliveryMethod>Email</PreferredDeliveryMethod>
  <ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>`;

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
    <VendorAddRq><VendorAdd>${FULL_VENDOR}</VendorAdd></VendorAddRq>
    <CustomerAddRq><CustomerAdd>${FULL_JOB}</CustomerAdd></CustomerAddRq>
    <VendorAddRq><VendorAdd><Name>Island Hardware</Name></VendorAdd></VendorAddRq>
    ${billAdd({ after: FULL_HEADER, lines: expense("Rent", "5.00", FULL_LINE) + item })}
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

test("every request is answered, and only the name that is taken is refused", () => {
  const codes = [
    ...everyAnswer().matchAll(/<(\w+)Rs requestID="\w+" statusCode="(\d+)"|<(\w+)Rs statusCode="(\d+)"/g),
  ];
  const refused = codes
    .map((match) => `${match[1] ?? match[3]} ${match[2] ?? match[4]}`)
    .filter((one) => !one.endsWith(" 0"));
  expect(refused).toEqual(["VendorAdd 3100"]);
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
