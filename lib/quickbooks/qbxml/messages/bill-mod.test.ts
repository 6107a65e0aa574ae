import { expect, test } from "vitest";
import { checkRequest } from "@/lib/quickbooks/qbxml/check";
import { buildMessageSet, request } from "@/lib/quickbooks/qbxml/encode";
import { billMod } from "@/lib/quickbooks/qbxml/messages/bill-mod";
import { expectValidAgainstXsd } from "@/lib/testing/qbxml-xsd";

const identity = { TxnID: "1A2B-1709640000", EditSequence: "1709640000" };

test("changes, keeps and adds lines, and empties what is null", () => {
  const xml = buildMessageSet({
    requests: [
      request(billMod, "10", {
        ClearItemLines: true,
        ExpenseLineMod: [
          { TxnLineID: "1A2D-1709640000", Memo: "", ClassRef: null, CustomerRef: { ListID: "" } },
          { AccountRef: { FullName: "Freight" }, Amount: "45.00", TxnLineID: "-1" },
          { TxnLineID: "1A2E-1709640000" },
        ],
        Memo: null,
        TermsRef: null,
        ...identity,
      }),
    ],
  });
  expect(xml).toContain(
    [
      '<BillModRq requestID="10"><BillMod><TxnID>1A2B-1709640000</TxnID><EditSequence>1709640000</EditSequence>',
      "<TermsRef><ListID/></TermsRef><Memo/>",
      "<ExpenseLineMod><TxnLineID>1A2D-1709640000</TxnLineID><Memo/>",
      "<CustomerRef><ListID/></CustomerRef><ClassRef><ListID/></ClassRef></ExpenseLineMod>",
      "<ExpenseLineMod><TxnLineID>-1</TxnLineID><AccountRef><FullName>Freight</FullName></AccountRef>",
      "<Amount>45.00</Amount></ExpenseLineMod>",
      "<ExpenseLineMod><TxnLineID>1A2E-1709640000</TxnLineID></ExpenseLineMod>",
      "<ClearItemLines>true</ClearItemLines></BillMod></BillModRq>",
    ].join(""),
  );
  expectValidAgainstXsd(xml);
});

test.each([
  ["VendorRef", { VendorRef: null }],
  ["VendorRef", { VendorRef: { ListID: "" } }],
  ["TxnDate", { TxnDate: "" }],
  ["ClearExpenseLines", { ClearExpenseLines: null }],
  ["EditSequence", { EditSequence: "" }],
  ["ExpenseLineMod[0].Amount", { ExpenseLineMod: [{ TxnLineID: "1", Amount: "" }] }],
  ["ExpenseLineMod[0].BillableStatus", { ExpenseLineMod: [{ TxnLineID: "1", BillableStatus: null }] }],
  ["ItemLines[0].ItemLineMod.Quantity", { ItemLines: [{ ItemLineMod: { TxnLineID: "1", Quantity: null } }] }],
])("%s cannot be emptied", (path, data) => {
  expect(checkRequest(billMod, { ...identity, ...data })).toMatchObject([{ path, code: "missing" }]);
});
