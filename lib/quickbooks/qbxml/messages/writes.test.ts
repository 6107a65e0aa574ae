import { expect, test } from "vitest";
import { checkRequest } from "@/lib/quickbooks/qbxml/check";
import { buildMessageSet, type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { billPaymentCheckAdd } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-add";
import { billPaymentCreditCardAdd } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-add";
import { customerAdd } from "@/lib/quickbooks/qbxml/messages/customer-add";
import { itemInventoryAdd } from "@/lib/quickbooks/qbxml/messages/item-inventory-add";
import { itemNonInventoryAdd } from "@/lib/quickbooks/qbxml/messages/item-non-inventory-add";
import { itemOtherChargeAdd } from "@/lib/quickbooks/qbxml/messages/item-other-charge-add";
import { itemServiceAdd } from "@/lib/quickbooks/qbxml/messages/item-service-add";
import { txnDel } from "@/lib/quickbooks/qbxml/messages/txn-del";
import { txnVoid } from "@/lib/quickbooks/qbxml/messages/txn-void";
import { vendorMod } from "@/lib/quickbooks/qbxml/messages/vendor-mod";
import { expectValidAgainstXsd } from "@/lib/testing/qbxml-xsd";

const account = (FullName: string) => ({ FullName });

/** Every writing message but the bill's and the new vendor's, with the XML it must become. */
const golden: readonly (readonly [Request, string])[] = [
  [
    request(vendorMod, "1", { Phone: null, Name: "Acme", EditSequence: "17", ListID: "8-1", TermsRef: null }),
    '<VendorModRq requestID="1"><VendorMod><ListID>8-1</ListID><EditSequence>17</EditSequence><Name>Acme</Name><Phone/><TermsRef><ListID/></TermsRef></VendorMod></VendorModRq>',
  ],
  [
    request(customerAdd, "2", {
      JobStatus: "InProgress",
      ParentRef: { ListID: "8-2" },
      Name: "Kitchen remodel",
    }),
    '<CustomerAddRq requestID="2"><CustomerAdd><Name>Kitchen remodel</Name><ParentRef><ListID>8-2</ListID></ParentRef><JobStatus>InProgress</JobStatus></CustomerAdd></CustomerAddRq>',
  ],
  [
    request(itemServiceAdd, "3", {
      SalesAndPurchase: { ExpenseAccountRef: account("Labor"), IncomeAccountRef: account("Sales") },
      ParentRef: { FullName: "Subs" },
      ClassRef: { FullName: "Remodel" },
      Name: "Framing",
    }),
    '<ItemServiceAddRq requestID="3"><ItemServiceAdd><Name>Framing</Name><ClassRef><FullName>Remodel</FullName></ClassRef><ParentRef><FullName>Subs</FullName></ParentRef><SalesAndPurchase><IncomeAccountRef><FullName>Sales</FullName></IncomeAccountRef><ExpenseAccountRef><FullName>Labor</FullName></ExpenseAccountRef></SalesAndPurchase></ItemServiceAdd></ItemServiceAddRq>',
  ],
  [
    request(itemNonInventoryAdd, "4", {
      SalesOrPurchase: { AccountRef: account("Materials"), Price: "3.98", Desc: "2x4x8 SPF" },
      ClassRef: { FullName: "Remodel" },
      ParentRef: { FullName: "Lumber" },
      Name: "2x4x8",
    }),
    '<ItemNonInventoryAddRq requestID="4"><ItemNonInventoryAdd><Name>2x4x8</Name><ParentRef><FullName>Lumber</FullName></ParentRef><ClassRef><FullName>Remodel</FullName></ClassRef><SalesOrPurchase><Desc>2x4x8 SPF</Desc><Price>3.98</Price><AccountRef><FullName>Materials</FullName></AccountRef></SalesOrPurchase></ItemNonInventoryAdd></ItemNonInventoryAddRq>',
  ],
  [
    request(itemOtherChargeAdd, "5", { SalesOrPurchase: { PricePercent: "5" }, Name: "Freight" }),
    '<ItemOtherChargeAddRq requestID="5"><ItemOtherChargeAdd><Name>Freight</Name><SalesOrPurchase><PricePercent>5</PricePercent></SalesOrPurchase></ItemOtherChargeAdd></ItemOtherChargeAddRq>',
  ],
  [
    request(itemInventoryAdd, "6", { QuantityOnHand: "3", COGSAccountRef: account("COGS"), Name: "Widget" }),
    '<ItemInventoryAddRq requestID="6"><ItemInventoryAdd><Name>Widget</Name><COGSAccountRef><FullName>COGS</FullName></COGSAccountRef><QuantityOnHand>3</QuantityOnHand></ItemInventoryAdd></ItemInventoryAddRq>',
  ],
  [
    request(billPaymentCheckAdd, "7", {
      AppliedToTxnAdd: [
        {
          DiscountAmount: "25.00",
          SetCredit: [{ AppliedAmount: "100.00", CreditTxnID: "19FF-1" }],
          PaymentAmount: "1248.00",
          TxnID: "1A2B-1",
        },
      ],
      RefNumber: "10231",
      BankAccountRef: account("Checking"),
      PayeeEntityRef: { ListID: "8-1" },
    }),
    '<BillPaymentCheckAddRq requestID="7"><BillPaymentCheckAdd><PayeeEntityRef><ListID>8-1</ListID></PayeeEntityRef><BankAccountRef><FullName>Checking</FullName></BankAccountRef><RefNumber>10231</RefNumber><AppliedToTxnAdd><TxnID>1A2B-1</TxnID><PaymentAmount>1248.00</PaymentAmount><SetCredit><CreditTxnID>19FF-1</CreditTxnID><AppliedAmount>100.00</AppliedAmount></SetCredit><DiscountAmount>25.00</DiscountAmount></AppliedToTxnAdd></BillPaymentCheckAdd></BillPaymentCheckAddRq>',
  ],
  [
    request(billPaymentCreditCardAdd, "8", {
      AppliedToTxnAdd: [{ TxnID: "1A2B-1", PaymentAmount: "1373.00" }],
      CreditCardAccountRef: account("Visa"),
      PayeeEntityRef: { ListID: "8-1" },
    }),
    '<BillPaymentCreditCardAddRq requestID="8"><BillPaymentCreditCardAdd><PayeeEntityRef><ListID>8-1</ListID></PayeeEntityRef><CreditCardAccountRef><FullName>Visa</FullName></CreditCardAccountRef><AppliedToTxnAdd><TxnID>1A2B-1</TxnID><PaymentAmount>1373.00</PaymentAmount></AppliedToTxnAdd></BillPaymentCreditCardAdd></BillPaymentCreditCardAddRq>',
  ],
  [
    request(txnVoid, "9", { TxnID: "1A2B-1", TxnVoidType: "Bill" }),
    '<TxnVoidRq requestID="9"><TxnVoidType>Bill</TxnVoidType><TxnID>1A2B-1</TxnID></TxnVoidRq>',
  ],
  [
    request(txnDel, "10", { TxnID: "1A2B-1", TxnDelType: "BillPaymentCheck" }),
    '<TxnDelRq requestID="10"><TxnDelType>BillPaymentCheck</TxnDelType><TxnID>1A2B-1</TxnID></TxnDelRq>',
  ],
];

test.each(golden)("$message.name", (written, xml) => {
  const document = buildMessageSet({ requests: [written] });
  expect(document).toContain(`<QBXMLMsgsRq onError="stopOnError">${xml}</QBXMLMsgsRq>`);
  expectValidAgainstXsd(document);
});

test("a check has a number or is to be printed, never both nor neither; an item one kind of accounts", () => {
  const check = {
    PayeeEntityRef: { ListID: "8-1" },
    BankAccountRef: { ListID: "8-9" },
    AppliedToTxnAdd: [{ TxnID: "1" }],
  };
  const codes = (data: object) =>
    checkRequest(billPaymentCheckAdd, { ...check, ...data }).map(({ code }) => code);
  expect(codes({ IsToBePrinted: true })).toEqual([]);
  expect(codes({ IsToBePrinted: true, RefNumber: "1" })).toEqual(["choice"]);
  expect(codes({})).toEqual(["choice"]);
  expect(codes({ RefNumber: "1", AppliedToTxnAdd: [] })).toEqual(["missing"]);
  expect(checkRequest(itemServiceAdd, { Name: "X" })).toMatchObject([
    { path: "SalesOrPurchase", code: "choice" },
  ]);
});
