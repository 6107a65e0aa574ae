import { describe, expect, test } from "vitest";
import { child, children, childText, type XmlNode } from "../qbxml/read-xml";
import { billAdd, DemoSession, expense } from "./demo-session";
import { QuickBooksError } from "./refusal";

const CUSTOMER = "<CustomerRef><FullName>Chen Residence:Second Story Addition</FullName></CustomerRef>";
const item = (inner: string) =>
  `<ItemLineAdd><ItemRef><FullName>Delivery</FullName></ItemRef>${inner}</ItemLineAdd>`;

function addBill(demo: DemoSession, parts = {}): XmlNode {
  const { code, message, rets } = demo.ask(billAdd(parts));
  expect([code, message]).toEqual([0, "Status OK"]);
  return rets[0] as XmlNode;
}

function mod(bill: XmlNode, inner: string, sequence = childText(bill, "EditSequence")): string {
  return `<BillModRq requestID="m"><BillMod><TxnID>${childText(bill, "TxnID")}</TxnID><EditSequence>${sequence}</EditSequence>${inner}</BillMod></BillModRq>`;
}

const lineIds = (bill: XmlNode | undefined, kind = "ExpenseLineRet") =>
  children(bill, kind).map((line) => childText(line, "TxnLineID"));

describe("BillAdd", () => {
  test("gives the bill with ids, total, due date by the vendor's terms and its own mark", () => {
    const bill = addBill(new DemoSession(), {
      after: `<TxnDate>2026-07-01</TxnDate><RefNumber>A-1</RefNumber>
        <ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>`,
      lines: expense("Rent", "100.05") + expense("Utilities:Electric", "20"),
    });
    expect(childText(bill, "TxnID")).toMatch(/^[0-9A-F]+-\d{10}$/);
    expect(childText(bill, "TimeCreated")).toMatch(/^2026-07-15T11:3\d:\d\d-08:00$/);
    expect(childText(bill, "AmountDue")).toBe("120.05");
    expect(childText(bill, "OpenAmount")).toBe("120.05");
    expect(childText(bill, "IsPaid")).toBe("false");
    expect(childText(bill, "DueDate")).toBe("2026-07-31");
    expect(childText(bill, "ExternalGUID")).toBe("{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}");
    expect(lineIds(bill)).toHaveLength(2);
  });

  test("two bills may have the same number: QuickBooks does not mind", () => {
    const demo = new DemoSession();
    const after = "<RefNumber>A-1</RefNumber>";
    expect(childText(addBill(demo, { after }), "TxnID")).not.toBe(
      childText(addBill(demo, { after }), "TxnID"),
    );
  });

  test("works out quantity, cost and amount of an item line", () => {
    const lines =
      item("") +
      item("<Quantity>3</Quantity>") +
      item("<Quantity>3</Quantity><Cost>1.005</Cost>") +
      item("<Quantity>3</Quantity><Amount>10.00</Amount>") +
      item("<Amount>7.00</Amount>");
    const bill = addBill(new DemoSession(), { lines });
    const seen = children(bill, "ItemLineRet").map((line) =>
      ["Quantity", "Cost", "Amount"].map((name) => childText(line, name)),
    );
    expect(seen).toEqual([
      ["1", "85.00", "85.00"],
      ["3", "85.00", "255.00"],
      ["3", "1.005", "3.02"],
      ["3", "3.33333", "10.00"],
      [undefined, undefined, "7.00"],
    ]);
  });

  test.each([
    ["no line", billAdd({ lines: "" }), 3150],
    ["an unknown vendor", billAdd({ header: "<VendorRef><FullName>Nobody</FullName></VendorRef>" }), 3140],
    ["an unknown account", billAdd({ lines: expense("Yachts", "1.00") }), 3140],
    [
      "an expense line without an account",
      billAdd({ lines: "<ExpenseLineAdd><Amount>1.00</Amount></ExpenseLineAdd>" }),
      3150,
    ],
    [
      "an account of another type as Accounts Payable",
      billAdd({ after: "<APAccountRef><FullName>Rent</FullName></APAccountRef>" }),
      3140,
    ],
    [
      "quantity, cost and amount that disagree",
      billAdd({ lines: item("<Quantity>2</Quantity><Cost>5.00</Cost><Amount>11.00</Amount>") }),
      3210,
    ],
    [
      "billable without a customer",
      billAdd({ lines: expense("Rent", "1.00", "<BillableStatus>Billable</BillableStatus>") }),
      3151,
    ],
    ["a negative total", billAdd({ lines: expense("Rent", "-1.00") }), 3210],
    ["a purchase order that is not there", billAdd({ after: "<LinkToTxnID>1-1</LinkToTxnID>" }), 3120],
    [
      "a customer on an Accounts Payable line",
      billAdd({ lines: expense("Retainage Payable", "1.00", CUSTOMER) }),
      3140,
    ],
    [
      "six printed address lines",
      billAdd({
        after:
          "<VendorAddress><Addr1>1</Addr1><Addr2>2</Addr2><Addr3>3</Addr3><Addr4>4</Addr4><Addr5>5</Addr5><City>6</City></VendorAddress>",
      }),
      3205,
    ],
    ["another currency", billAdd({ after: "<ExchangeRate>1.2</ExchangeRate>" }), 3210],
  ])("refuses %s", (_name, request, code) => {
    const demo = new DemoSession();
    expect(demo.ask(request).code).toBe(code);
    expect(demo.company.txns()).toHaveLength(0);
  });

  test("takes billable with a job", () => {
    const more = `${CUSTOMER}<BillableStatus>Billable</BillableStatus>`;
    const bill = addBill(new DemoSession(), { lines: expense("Rent", "1.00", more) });
    expect(childText(child(bill, "ExpenseLineRet"), "BillableStatus")).toBe("Billable");
  });

  test("a date in a closed period is refused", () => {
    const demo = new DemoSession();
    demo.company.setClosingDate("2026-07-01");
    expect(demo.ask(billAdd()).code).toBe(3171);
    expect(demo.ask(billAdd({ after: "<TxnDate>2026-07-02</TxnDate>" })).code).toBe(0);
  });

  test("an inactive vendor is refused, or taken where QuickBooks is set so", () => {
    const demo = new DemoSession();
    demo.company.makeInactive("Vendor", "Bayside Concrete");
    expect(demo.ask(billAdd()).code).toBe(3140);
    demo.company.switches.inactiveReferences = "accept";
    expect(demo.ask(billAdd()).code).toBe(0);
  });

  test("one bad document stops the whole message set, and nothing of it runs", () => {
    const demo = new DemoSession();
    const bad = billAdd({ lines: expense("Rent", "246.9") });
    expect(() => demo.send(billAdd() + bad)).toThrow(QuickBooksError);
    expect(demo.company.txns()).toHaveLength(0);
    demo.company.switches.wrongValues = "status";
    expect(demo.askAll(billAdd() + bad).map(({ code }) => code)).toEqual([0, 3040]);
  });

  test("text comes back as Windows keeps it", () => {
    const bill = addBill(new DemoSession(), { after: "<Memo>caf&#233; &#8211; &#9731; &amp;amp;</Memo>" });
    expect(childText(bill, "Memo")).toBe("café – ? &amp;");
  });
});

describe("BillMod", () => {
  test("the header alone leaves the lines, and an empty element clears", () => {
    const demo = new DemoSession();
    const bill = addBill(demo, { after: "<RefNumber>1</RefNumber><Memo>old</Memo>" });
    const { code, rets } = demo.ask(mod(bill, "<RefNumber>2</RefNumber><Memo></Memo>"));
    expect(code).toBe(0);
    expect(childText(rets[0], "RefNumber")).toBe("2");
    expect(childText(rets[0], "Memo")).toBeUndefined();
    expect(lineIds(rets[0])).toEqual(lineIds(bill));
    expect(childText(rets[0], "EditSequence")).not.toBe(childText(bill, "EditSequence"));
  });

  test("lines of a kind that are not listed go, those of the other kind stay", () => {
    const demo = new DemoSession();
    const bill = addBill(demo, {
      lines: expense("Rent", "1.00") + expense("Insurance", "2.00") + item("<Quantity>1</Quantity>"),
    });
    const [, second] = lineIds(bill);
    const keep = `<ExpenseLineMod><TxnLineID>${second}</TxnLineID></ExpenseLineMod>`;
    const fresh =
      "<ExpenseLineMod><TxnLineID>-1</TxnLineID><AccountRef><FullName>Rent</FullName></AccountRef><Amount>9.00</Amount></ExpenseLineMod>";
    const { code, rets } = demo.ask(mod(bill, keep + fresh));
    expect(code).toBe(0);
    expect(lineIds(rets[0])[0]).toBe(second);
    expect(children(rets[0], "ExpenseLineRet").map((line) => childText(line, "Amount"))).toEqual([
      "2.00",
      "9.00",
    ]);
    expect(lineIds(rets[0], "ItemLineRet")).toEqual(lineIds(bill, "ItemLineRet"));
    expect(childText(rets[0], "AmountDue")).toBe("96.00");
  });

  test("a line changes only in what is said", () => {
    const demo = new DemoSession();
    const bill = addBill(demo, { lines: expense("Rent", "1.00", `<Memo>kept</Memo>${CUSTOMER}`) });
    const line = `<ExpenseLineMod><TxnLineID>${lineIds(bill)[0]}</TxnLineID><Amount>3.00</Amount></ExpenseLineMod>`;
    const after = child(demo.ask(mod(bill, line)).rets[0], "ExpenseLineRet");
    expect(["Amount", "Memo", "BillableStatus"].map((name) => childText(after, name))).toEqual([
      "3.00",
      "kept",
      "NotBillable",
    ]);
  });

  test.each([
    ["named alone", "", 0],
    ["with another memo", "<Memo>told better</Memo>", 0],
    ["with another amount", "<Amount>2.00</Amount>", 3210],
    ["to be billed once more", "<BillableStatus>Billable</BillableStatus>", 3210],
    ["left out", undefined, 3210],
  ])("a line that was billed on, %s", (_how, change, code) => {
    const demo = new DemoSession();
    const billable = `${CUSTOMER}<BillableStatus>Billable</BillableStatus>`;
    const bill = addBill(demo, { lines: expense("Rent", "1.00", billable) + expense("Rent", "5.00") });
    const id = demo.company.invoiceLines(childText(bill, "TxnID") ?? "").editSequence;
    const line = (index: number, inner: string) =>
      `<ExpenseLineMod><TxnLineID>${lineIds(bill)[index]}</TxnLineID>${inner}</ExpenseLineMod>`;
    const lines = (change === undefined ? "" : line(0, change)) + line(1, "");
    expect(demo.ask(mod(bill, lines, String(id))).code).toBe(code);
  });

  test("ClearExpenseLines removes all of the kind, but a bill keeps one line", () => {
    const demo = new DemoSession();
    const both = addBill(demo, { lines: expense("Rent", "1.00") + item("") });
    const cleared = demo.ask(mod(both, "<ClearExpenseLines>true</ClearExpenseLines>")).rets[0];
    expect([lineIds(cleared), lineIds(cleared, "ItemLineRet").length]).toEqual([[], 1]);
    const one = addBill(demo);
    expect(demo.ask(mod(one, "<ClearExpenseLines>true</ClearExpenseLines>")).code).toBe(3150);
  });

  test("a changed quantity changes the amount", () => {
    const demo = new DemoSession();
    const bill = addBill(demo, { lines: item("<Quantity>2</Quantity><Cost>5.00</Cost>") });
    const line = `<ItemLineMod><TxnLineID>${lineIds(bill, "ItemLineRet")[0]}</TxnLineID><Quantity>4</Quantity></ItemLineMod>`;
    expect(childText(demo.ask(mod(bill, line)).rets[0], "AmountDue")).toBe("20.00");
  });

  test("an old EditSequence is refused", () => {
    const demo = new DemoSession();
    const bill = addBill(demo);
    demo.company.editBill(childText(bill, "TxnID") ?? "", { memo: "from QuickBooks" });
    expect(demo.ask(mod(bill, "<Memo>from here</Memo>")).code).toBe(3200);
  });

  test.each([
    [
      "an unknown bill",
      "<BillModRq><BillMod><TxnID>9-9</TxnID><EditSequence>1</EditSequence></BillMod></BillModRq>",
      3120,
    ],
  ])("refuses %s", (_name, request, code) => {
    expect(new DemoSession().ask(request).code).toBe(code);
  });

  test("refuses an unknown line, a blank date, and a closed period", () => {
    const demo = new DemoSession();
    const bill = addBill(demo);
    expect(demo.ask(mod(bill, "<ExpenseLineMod><TxnLineID>7-7</TxnLineID></ExpenseLineMod>")).code).toBe(
      3120,
    );
    expect(demo.ask(mod(bill, "<TxnDate></TxnDate>")).code).toBe(3190);
    expect(demo.ask(mod(bill, "<VendorRef></VendorRef>")).code).toBe(3190);
    demo.company.setClosingDate("2026-07-31");
    expect(demo.ask(mod(bill, "<Memo>late</Memo>")).code).toBe(3171);
  });

  test("a paid bill takes a memo but no smaller amount", () => {
    const demo = new DemoSession();
    const id = childText(addBill(demo), "TxnID") ?? "";
    demo.company.payBill(id);
    const paid = demo.ask(
      `<BillQueryRq><TxnID>${id}</TxnID><IncludeLineItems>true</IncludeLineItems></BillQueryRq>`,
    ).rets[0] as XmlNode;
    const line = `<ExpenseLineMod><TxnLineID>${lineIds(paid)[0]}</TxnLineID><Amount>1.00</Amount></ExpenseLineMod>`;
    expect(demo.ask(mod(paid, line)).code).toBe(3210);
    const { code, rets } = demo.ask(mod(paid, "<Memo>paid by check</Memo>"));
    expect([code, childText(rets[0], "IsPaid")]).toEqual([0, "true"]);
  });
});
