import { expect, test } from "vitest";
import { buildMessageSet, type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { classQuery } from "@/lib/quickbooks/qbxml/messages/class-query";
import { companyQuery } from "@/lib/quickbooks/qbxml/messages/company-query";
import { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import { hostQuery } from "@/lib/quickbooks/qbxml/messages/host-query";
import { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import { listDeletedQuery } from "@/lib/quickbooks/qbxml/messages/list-deleted-query";
import { preferencesQuery } from "@/lib/quickbooks/qbxml/messages/preferences-query";
import { termsQuery } from "@/lib/quickbooks/qbxml/messages/terms-query";
import { txnDeletedQuery } from "@/lib/quickbooks/qbxml/messages/txn-deleted-query";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorCreditQuery } from "@/lib/quickbooks/qbxml/messages/vendor-credit-query";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import { expectValidAgainstXsd } from "@/lib/testing/qbxml-xsd";

const changed = "2026-03-01T08:15:00";

/** Every message but the bill's own, with the XML it must become. */
const golden: readonly (readonly [Request, string])[] = [
  [
    request(hostQuery, "1", { IncludeListMetaData: { IncludeMaxCapacity: true } }),
    '<HostQueryRq requestID="1"><IncludeListMetaData><IncludeMaxCapacity>true</IncludeMaxCapacity></IncludeListMetaData></HostQueryRq>',
  ],
  [
    request(companyQuery, "2", { OwnerID: ["0", "{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}"] }),
    '<CompanyQueryRq requestID="2"><OwnerID>0</OwnerID><OwnerID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</OwnerID></CompanyQueryRq>',
  ],
  [request(preferencesQuery, "3", {}), '<PreferencesQueryRq requestID="3"/>'],
  [
    request(accountQuery, "4", { OwnerID: ["0"], AccountType: ["Bank", "Expense"], ActiveStatus: "All" }),
    '<AccountQueryRq requestID="4"><ActiveStatus>All</ActiveStatus><AccountType>Bank</AccountType><AccountType>Expense</AccountType><OwnerID>0</OwnerID></AccountQueryRq>',
  ],
  [
    request(
      vendorQuery,
      "5",
      { FromModifiedDate: changed, ActiveStatus: "All", MaxReturned: 100 },
      { iterator: "Start" },
    ),
    `<VendorQueryRq requestID="5" iterator="Start"><MaxReturned>100</MaxReturned><ActiveStatus>All</ActiveStatus><FromModifiedDate>${changed}</FromModifiedDate></VendorQueryRq>`,
  ],
  [
    request(
      customerQuery,
      "6",
      { NameFilter: { Name: "Smith", MatchCriterion: "StartsWith" }, MaxReturned: 100 },
      { iterator: "Continue", iteratorID: "{eb05f701-e727-472f-8ade-6753c4f67a46}" },
    ),
    '<CustomerQueryRq requestID="6" iterator="Continue" iteratorID="{eb05f701-e727-472f-8ade-6753c4f67a46}"><MaxReturned>100</MaxReturned><NameFilter><MatchCriterion>StartsWith</MatchCriterion><Name>Smith</Name></NameFilter></CustomerQueryRq>',
  ],
  [
    request(classQuery, "7", { ListID: ["80000001-1", "80000002-1"] }),
    '<ClassQueryRq requestID="7"><ListID>80000001-1</ListID><ListID>80000002-1</ListID></ClassQueryRq>',
  ],
  [
    request(itemQuery, "8", { MaxReturned: 50 }, { iterator: "Start", metaData: "MetaDataAndResponseData" }),
    '<ItemQueryRq requestID="8" metaData="MetaDataAndResponseData" iterator="Start"><MaxReturned>50</MaxReturned></ItemQueryRq>',
  ],
  [
    request(termsQuery, "9", { ActiveStatus: "All" }, { metaData: "MetaDataOnly" }),
    '<TermsQueryRq requestID="9" metaData="MetaDataOnly"><ActiveStatus>All</ActiveStatus></TermsQueryRq>',
  ],
  [
    request(vendorAdd, "10", {
      VendorTaxIdent: "12-3456789",
      AccountNumber: "004471",
      NameOnCheck: "Acme Supply Company LLC",
      VendorAddress: { PostalCode: "78701", City: "Austin", State: "TX", Addr1: "Acme", Addr2: "1 Main St" },
      IsActive: true,
      Name: "Acme Supply Co",
    }),
    '<VendorAddRq requestID="10"><VendorAdd><Name>Acme Supply Co</Name><IsActive>true</IsActive><VendorAddress><Addr1>Acme</Addr1><Addr2>1 Main St</Addr2><City>Austin</City><State>TX</State><PostalCode>78701</PostalCode></VendorAddress><NameOnCheck>Acme Supply Company LLC</NameOnCheck><AccountNumber>004471</AccountNumber><VendorTaxIdent>12-3456789</VendorTaxIdent></VendorAdd></VendorAddRq>',
  ],
  [
    request(billQuery, "11", {
      IncludeLinkedTxns: true,
      IncludeLineItems: true,
      PaidStatus: "NotPaidOnly",
      EntityFilter: { ListID: ["80000012-1"] },
      ModifiedDateRangeFilter: { FromModifiedDate: changed },
      MaxReturned: 50,
    }),
    `<BillQueryRq requestID="11"><MaxReturned>50</MaxReturned><ModifiedDateRangeFilter><FromModifiedDate>${changed}</FromModifiedDate></ModifiedDateRangeFilter><EntityFilter><ListID>80000012-1</ListID></EntityFilter><PaidStatus>NotPaidOnly</PaidStatus><IncludeLineItems>true</IncludeLineItems><IncludeLinkedTxns>true</IncludeLinkedTxns></BillQueryRq>`,
  ],
  [
    request(billPaymentCheckQuery, "12", { IncludeLineItems: true, TxnID: ["1F-1"] }),
    '<BillPaymentCheckQueryRq requestID="12"><TxnID>1F-1</TxnID><IncludeLineItems>true</IncludeLineItems></BillPaymentCheckQueryRq>',
  ],
  [
    request(billPaymentCreditCardQuery, "13", { TxnDateRangeFilter: { DateMacro: "LastMonth" } }),
    '<BillPaymentCreditCardQueryRq requestID="13"><TxnDateRangeFilter><DateMacro>LastMonth</DateMacro></TxnDateRangeFilter></BillPaymentCreditCardQueryRq>',
  ],
  [
    request(vendorCreditQuery, "14", { RefNumberCaseSensitive: ["CR-1"] }),
    '<VendorCreditQueryRq requestID="14"><RefNumberCaseSensitive>CR-1</RefNumberCaseSensitive></VendorCreditQueryRq>',
  ],
  [
    request(listDeletedQuery, "15", {
      DeletedDateRangeFilter: { FromDeletedDate: "2026-02-01" },
      ListDelType: ["Vendor", "ItemService"],
    }),
    '<ListDeletedQueryRq requestID="15"><ListDelType>Vendor</ListDelType><ListDelType>ItemService</ListDelType><DeletedDateRangeFilter><FromDeletedDate>2026-02-01</FromDeletedDate></DeletedDateRangeFilter></ListDeletedQueryRq>',
  ],
  [
    request(txnDeletedQuery, "16", { TxnDelType: ["Bill"] }),
    '<TxnDeletedQueryRq requestID="16"><TxnDelType>Bill</TxnDelType></TxnDeletedQueryRq>',
  ],
];

test.each(golden)("$message.name", (written, xml) => {
  const document = buildMessageSet({ requests: [written] });
  expect(document).toContain(`<QBXMLMsgsRq onError="stopOnError">${xml}</QBXMLMsgsRq>`);
  expectValidAgainstXsd(document);
});
