import { expect, test } from "vitest";
import { buildMessageSet, request } from "@/lib/quickbooks/qbxml/encode";
import { billAdd } from "@/lib/quickbooks/qbxml/messages/bill-add";
import { expectValidAgainstXsd } from "@/lib/testing/qbxml-xsd";

test("a bill with expense and item lines, whatever the order of the keys", () => {
  const xml = buildMessageSet({
    onError: "continueOnError",
    newMessageSetID: "cs00000000000000000042",
    requests: [
      request(billAdd, "job-9", {
        IncludeRetElement: ["TxnID", "EditSequence"],
        ItemLines: [
          {
            ItemLineAdd: {
              Amount: "398.00",
              Cost: "3.98",
              Quantity: "100",
              ItemRef: { ListID: "80000003-1" },
            },
          },
          { ItemGroupLineAdd: { Quantity: "2", ItemGroupRef: { FullName: "Door set" } } },
          { ItemLineAdd: { Desc: 'Fasteners 3" & up', ItemRef: { FullName: "Lumber:Nails" } } },
        ],
        ExpenseLineAdd: [
          {
            BillableStatus: "Billable",
            CustomerRef: { FullName: "Smith, Jane:Kitchen remodel" },
            Amount: "1250.00",
            AccountRef: { FullName: "Job Expenses:Subcontractors", ListID: "80000012-1" },
            Memo: "Framing\nfirst floor",
          },
        ],
        Memo: "Café €5 <fit-out>",
        RefNumber: "INV-10045",
        TxnDate: "2026-03-05",
        DueDate: "2026-04-04",
        ExternalGUID: "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
        VendorRef: { ListID: "80000012-1197757037" },
      }),
    ],
  });
  expect(xml).toBe(
    [
      '<?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML>',
      '<QBXMLMsgsRq onError="continueOnError" newMessageSetID="cs00000000000000000042">',
      '<BillAddRq requestID="job-9"><BillAdd>',
      "<VendorRef><ListID>80000012-1197757037</ListID></VendorRef>",
      "<TxnDate>2026-03-05</TxnDate><DueDate>2026-04-04</DueDate><RefNumber>INV-10045</RefNumber>",
      "<Memo>Caf&#233; &#8364;5 &lt;fit-out&gt;</Memo>",
      "<ExternalGUID>{3F2504E0-4F89-11D3-9A0C-0305E82C3301}</ExternalGUID>",
      "<ExpenseLineAdd>",
      "<AccountRef><ListID>80000012-1</ListID><FullName>Job Expenses:Subcontractors</FullName></AccountRef>",
      "<Amount>1250.00</Amount><Memo>Framing\r\nfirst floor</Memo>",
      "<CustomerRef><FullName>Smith, Jane:Kitchen remodel</FullName></CustomerRef>",
      "<BillableStatus>Billable</BillableStatus></ExpenseLineAdd>",
      "<ItemLineAdd><ItemRef><ListID>80000003-1</ListID></ItemRef>",
      "<Quantity>100</Quantity><Cost>3.98</Cost><Amount>398.00</Amount></ItemLineAdd>",
      "<ItemGroupLineAdd><ItemGroupRef><FullName>Door set</FullName></ItemGroupRef><Quantity>2</Quantity>",
      "</ItemGroupLineAdd>",
      "<ItemLineAdd><ItemRef><FullName>Lumber:Nails</FullName></ItemRef>",
      "<Desc>Fasteners 3&quot; &amp; up</Desc></ItemLineAdd>",
      "</BillAdd><IncludeRetElement>TxnID</IncludeRetElement><IncludeRetElement>EditSequence</IncludeRetElement>",
      "</BillAddRq></QBXMLMsgsRq></QBXML>",
    ].join(""),
  );
  expectValidAgainstXsd(xml);
});
