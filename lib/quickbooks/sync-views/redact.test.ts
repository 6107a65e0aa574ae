import { expect, test } from "vitest";
import { type Redaction, redactPieces, redactWords, redactXml, SECRETS_ONLY } from "./redact";

const ALL: Redaction = { amounts: true, names: true, salt: "one" };
const BILL = `<BillRet><TxnID>1A-2</TxnID><VendorRef><ListID>80-1</ListID><FullName>Acme</FullName></VendorRef>
<AmountDue>12.50</AmountDue><Memo>Caf\u00e9 &amp; Co</Memo><RefNumber>4471</RefNumber><IsPaid>false</IsPaid>
<BillAddRs statusMessage="No &quot;Acme&quot;" /><Name>Acme</Name></BillRet>`;

test("secrets never stay, whatever else may be read", () => {
  const xml = "<AccountRet><Name>Checking</Name><BankNumber>123456</BankNumber></AccountRet>";
  expect(redactXml(xml, SECRETS_ONLY)).toBe(xml.replace("123456", "•••"));
  expect(redactXml("<VendorTaxIdent>12-3456789</VendorTaxIdent>", SECRETS_ONLY)).not.toContain("3456789");
  expect(redactXml(BILL, SECRETS_ONLY)).toBe(BILL);
});

test("amounts and names go, identities stay, and the document stays one", () => {
  const hidden = redactXml(BILL, ALL);
  for (const gone of ["Acme", "12.50", "Caf"]) expect(hidden).not.toContain(gone);
  for (const stays of ["1A-2", "80-1", "4471", "<IsPaid>false</IsPaid>", "<AmountDue>0.00</AmountDue>"]) {
    expect(hidden).toContain(stays);
  }
  const frame = (xml: string) => xml.replace(/>[^<]*</g, "><").replace("Acme", "•••");
  expect(frame(hidden)).toBe(frame(BILL));
});

test.each([
  ...["Name", "FullName", "CompanyName", "NameOnCheck", "NameOnCard", "FullNameWithChildren", "Contact"],
  ...["AltContact", "ContactValue", "Email", "AltPhone", "Memo", "ItemDesc", "JobDesc", "Notes", "JobTitle"],
  ...["Addr1", "City", "PostalCode", "CreditCardAddress", "CreditCardPostalCode", "CompanyWebSite"],
  ...["AccountNumber", "ResaleNumber", "DataExtValue"],
])("what %s says of people goes with the names", (tag) => {
  expect(redactXml(`<${tag}>Acme</${tag}>`, ALL)).not.toContain("Acme");
});

test.each(["Amount", "OpenBalance", "Cost", "AmountInHomeCurrency", "TotalValue", "BalanceRemaining"])(
  "%s goes with the amounts",
  (tag) => {
    expect(redactXml(`<${tag}>12.50</${tag}>`, ALL)).toBe(`<${tag}>0.00</${tag}>`);
  },
);

test("one name is one word within a file, and another in the next", () => {
  const hidden = (name: string, salt: string) => redactXml(`<Name>${name}</Name>`, { ...ALL, salt });
  expect(hidden("Acme", "one")).toBe(hidden("ACME", "one"));
  expect(hidden("Acme", "one")).not.toBe(hidden("Acme", "two"));
  expect(hidden("Acme", "one")).not.toBe(hidden("Acme Paint", "one"));
  expect(hidden("Acme:Dock", "one").split(":")).toHaveLength(2);
});

test("what QuickBooks quotes in its own words goes with the names", () => {
  const words = 'Invalid reference to Account "Lumber": 1,250.40 is too much.';
  expect(redactWords(words, ALL)).toBe('Invalid reference to Account "•••": 0.00 is too much.');
  const status = '<BillAddRs statusCode="3140" statusMessage="No Vendor &quot;Acme&quot;." />';
  const hidden = redactXml(status, ALL);
  expect(hidden).not.toContain("Acme");
  expect(hidden).toContain('statusCode="3140"');
});

test("a document that comes in pieces comes out the same, wherever it is cut", async () => {
  async function* cut(size: number) {
    for (let at = 0; at < BILL.length; at += size) yield BILL.slice(at, at + size);
  }
  for (let size = 1; size <= BILL.length; size += 1) {
    let text = "";
    for await (const piece of redactPieces(cut(size), ALL)) text += piece;
    expect(text).toBe(redactXml(BILL, ALL));
  }
});
