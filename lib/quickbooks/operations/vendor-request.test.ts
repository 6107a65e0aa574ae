import { expect, test } from "vitest";
import type { VendorToSend } from "@/lib/ledger/vendor-store";
import { buildMessageSet } from "@/lib/quickbooks/qbxml/encode";
import { vendorAddRequest, vendorModRequest } from "./vendor-request";

const vendor: VendorToSend = {
  ...{
    id: "v",
    connectionId: "c",
    listId: "8000-1",
    editSequence: "1730",
    isDeleted: false,
    currency: null,
    pendingChange: null,
  },
  externalGuid: "{5b0c2a4e-7a0f-4f0e-9a51-0d6c6a2f1b11}",
  ...{ name: "Señor Tile", companyName: "Señor Tile & Stone", email: "ap@tile.example", phone: "555-0100" },
  ...{ nameOnCheck: "Senor Tile", accountNumber: "HP-7", termsListId: "8000-9" },
  address: { lines: ["Señor Tile", "4 Quarry Rd"], city: "Portland", state: "OR", postalCode: "97209" },
};

const bodyOf = (document: string) => /<QBXMLMsgsRq[^>]*>(.*)<\/QBXMLMsgsRq>/.exec(document)?.[1];

test("a new vendor in full: QuickBooks' order, only what it has", () => {
  const document = buildMessageSet({ requests: [vendorAddRequest(vendor, "1", "13.0")] });
  expect(bodyOf(document)).toBe(
    '<VendorAddRq requestID="1"><VendorAdd><Name>Se&#241;or Tile</Name><CompanyName>Se&#241;or Tile &amp; Stone</CompanyName>' +
      "<VendorAddress><Addr1>Se&#241;or Tile</Addr1><Addr2>4 Quarry Rd</Addr2><City>Portland</City><State>OR</State>" +
      "<PostalCode>97209</PostalCode></VendorAddress><Phone>555-0100</Phone><Email>ap@tile.example</Email>" +
      "<NameOnCheck>Senor Tile</NameOnCheck><AccountNumber>HP-7</AccountNumber><TermsRef><ListID>8000-9</ListID></TermsRef>" +
      "<ExternalGUID>{5b0c2a4e-7a0f-4f0e-9a51-0d6c6a2f1b11}</ExternalGUID></VendorAdd></VendorAddRq>",
  );
});

test("an older QuickBooks gets no mark of ours", () => {
  const document = buildMessageSet({ version: "7.0", requests: [vendorAddRequest(vendor, "1", "7.0")] });
  expect(document).not.toContain("ExternalGUID");
});

test("a change names what changes, and empties what is gone", () => {
  const sent = {
    phone: { from: "555-0100", to: null },
    termsListId: { from: "8000-9", to: null },
    address: { from: vendor.address, to: { lines: ["9 Mill St"], city: "Salem" } },
  };
  const document = buildMessageSet({ requests: [vendorModRequest(vendor, sent, "2")] });
  expect(bodyOf(document)).toBe(
    '<VendorModRq requestID="2"><VendorMod><ListID>8000-1</ListID><EditSequence>1730</EditSequence>' +
      "<VendorAddress><Addr1>9 Mill St</Addr1><Addr2/><Addr3/><Addr4/><Addr5/><City>Salem</City><State/><PostalCode/>" +
      "<Country/></VendorAddress><Phone/><TermsRef><ListID/></TermsRef></VendorMod></VendorModRq>",
  );
});
