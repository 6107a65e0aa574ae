import { expect, test } from "vitest";
import { child, children, childText } from "../qbxml/read-xml";
import { CompanyFile } from "./company-file";
import { billAdd, DemoSession } from "./demo-session";
import { QuickBooksError } from "./refusal";
import { emptyCompany } from "./state";

const rent = (company: CompanyFile, txnDate?: string) =>
  company.enterBill({ vendor: "Bayside Concrete", txnDate, lines: [{ account: "Rent", amount: "100.00" }] });
const mod = (bill: { txnId: string; editSequence: number }) =>
  `<BillModRq><BillMod><TxnID>${bill.txnId}</TxnID><EditSequence>${bill.editSequence}</EditSequence><Memo>m</Memo></BillMod></BillModRq>`;
const away = (what: "Del" | "Void", id: string, type = "Bill") =>
  `<Txn${what}Rq><Txn${what}Type>${type}</Txn${what}Type><TxnID>${id}</TxnID></Txn${what}Rq>`;

test.each([
  [undefined, [3171, 3171, 3171, 3161]],
  ["secret", [3220, 3220, 3220, 3220]],
])(
  "the closed period, password %s: nothing is added, changed, voided or deleted in it",
  (password, codes) => {
    const demo = new DemoSession();
    const bill = rent(demo.company, "2026-06-30");
    demo.company.setClosingDate("2026-06-30", password);
    const add = billAdd({ after: "<TxnDate>2026-06-30</TxnDate>" });
    const asked = [add, mod(bill), away("Void", bill.txnId), away("Del", bill.txnId)];
    expect(asked.map((request) => demo.ask(request).code)).toEqual(codes);
    expect(demo.ask(billAdd()).code).toBe(0);
    demo.company.setClosingDate(undefined);
    expect(demo.ask(mod(bill)).code).toBe(0);
  },
);

test("a bill open in a window cannot be changed; its payment and its bill hang together", () => {
  const demo = new DemoSession();
  const bill = rent(demo.company);
  demo.company.showWindow(bill.txnId);
  expect(
    [mod(bill), away("Void", bill.txnId), away("Del", bill.txnId)].map((one) => demo.ask(one).code),
  ).toEqual([3175, 3175, 3175]);
  demo.company.showWindow(bill.txnId, false);
  const payment = demo.company.payBill(bill.txnId, "10.00");
  demo.company.showWindow(payment.txnId);
  expect(demo.ask(mod(demo.company.txn(bill.txnId))).code).toBe(3176);
  expect(demo.ask(away("Del", payment.txnId, "BillPaymentCheck")).code).toBe(3175);
  demo.company.showWindow(payment.txnId, false);
  expect(demo.ask(mod(demo.company.txn(bill.txnId))).code).toBe(0);
});

test.each([
  ["readOnly", 3263, 0],
  ["noAccess", 3260, 3260],
] as const)("an application that is %s: a write brings %i, a query %i", (permission, write, query) => {
  const demo = new DemoSession({ switches: { permission } });
  expect(demo.ask(billAdd()).code).toBe(write);
  expect(demo.ask("<VendorQueryRq/>").code).toBe(query);
  expect(demo.ask("<HostQueryRq/>").code).toBe(0);
});

test("without a right to personal data a tax number is refused, and nothing else", () => {
  const demo = new DemoSession({ switches: { permission: "noPersonalData" } });
  const vendor = (more: string) =>
    demo.ask(`<VendorAddRq><VendorAdd><Name>New ${more.length}</Name>${more}</VendorAdd></VendorAddRq>`).code;
  expect(vendor("<VendorTaxIdent>12-3456789</VendorTaxIdent>")).toBe(3261);
  expect(vendor("")).toBe(0);
});

test.each([
  ["0x80040410", "in a mode other"],
  ["0x80040418", "administrator"],
  ["0x80040424", "initialization"],
  ["0x8004FFFF", "could not open"],
])("a session refused with %s says why", (sessionRefused, words) => {
  const company = new CompanyFile(emptyCompany("Somebody"), { switches: { sessionRefused } });
  try {
    company.beginSession("", "{A}");
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(QuickBooksError);
    expect(error).toMatchObject({ hresult: sessionRefused, message: expect.stringContaining(words) });
  }
});

test("a list record is deleted in single-user mode alone, and HostRet tells the mode", () => {
  const demo = new DemoSession();
  const { listId } = demo.company.addVendor("Short Lived");
  const del = `<ListDelRq><ListDelType>Vendor</ListDelType><ListID>${listId}</ListID></ListDelRq>`;
  const mode = () => childText(demo.ask("<HostQueryRq/>").rets[0], "QBFileMode");
  expect([demo.ask(del).code, mode()]).toEqual([3162, "MultiUser"]);
  demo.company.setMultiUser(false);
  expect([mode(), demo.ask(del).code]).toEqual(["SingleUser", 0]);
});

test("after an upgrade HostRet tells the new release and what it speaks", () => {
  const demo = new DemoSession();
  demo.company.upgrade();
  const host = demo.ask("<HostQueryRq/>").rets[0];
  expect(childText(host, "ProductName")).toContain("25.0");
  expect(childText(host, "MajorVersion")).toBe("35");
  expect(children(host, "SupportedQBXMLVersion").at(-1)?.text).toBe("17.0");
});

test("deletions are forgotten after 90 days, and a clock that goes back stamps earlier times", () => {
  const demo = new DemoSession();
  const bill = rent(demo.company);
  demo.company.deleteBill(bill.txnId);
  const deleted = () =>
    demo.ask("<TxnDeletedQueryRq><TxnDelType>Bill</TxnDelType></TxnDeletedQueryRq>").rets.length;
  expect(deleted()).toBe(1);
  const before = rent(demo.company).timeModified;
  demo.company.moveClock({ hours: -1 });
  expect(rent(demo.company).timeModified < before).toBe(true);
  demo.company.moveClock({ days: 91 });
  expect(deleted()).toBe(0);
});

test("a Continue that asks for another number of records is refused", () => {
  const demo = new DemoSession();
  const page = (attributes: string, size: number) =>
    demo.ask(`<VendorQueryRq ${attributes}><MaxReturned>${size}</MaxReturned></VendorQueryRq>`);
  const id = page('iterator="Start"', 10).attributes.iteratorID;
  expect(page(`iterator="Continue" iteratorID="${id}"`, 20).code).toBe(3000);
  expect(page(`iterator="Continue" iteratorID="${id}"`, 10).code).toBe(0);
});

test.each(["Del", "Void"] as const)("a stored Txn%s answers again without being done again", (what) => {
  const demo = new DemoSession({ switches: { storedAnswer: "identityOnly" } });
  const bill = rent(demo.company);
  const ids = 'onError="continueOnError" newMessageSetID="SET-1"';
  const [first] = demo.askAll(away(what, bill.txnId), ids);
  const probe = demo.send("", `${ids} oldMessageSetID="SET-1"`);
  const [again] = probe.children;
  expect([first?.code, probe.attributes.messageSetStatusCode, again?.attributes.statusCode]).toEqual([
    0,
    "0",
    "0",
  ]);
  expect(childText(child(again, "ErrorRecovery"), "TxnID")).toBe(bill.txnId);
});

test("a payment keeps its amount when a bill that it paid is deleted, and loses it when it is voided", () => {
  const demo = new DemoSession();
  const { txnId } = rent(demo.company);
  const check = demo.company.payBill(txnId, "40.00");
  const amount = () =>
    childText(
      demo.ask(`<BillPaymentCheckQueryRq><TxnID>${check.txnId}</TxnID></BillPaymentCheckQueryRq>`).rets[0],
      "Amount",
    );
  demo.company.deleteBill(txnId);
  expect(amount()).toBe("40.00");
  demo.company.voidPayment(check.txnId);
  expect(amount()).toBe("0.00");
});

test("one check pays two bills with a discount, and voiding it opens both again", () => {
  const { company } = new DemoSession();
  const [one, two] = [rent(company).txnId, rent(company).txnId];
  const shares = [
    { txnId: one, amount: "98.00", discount: "2.00" },
    { txnId: two, amount: "40.00" },
  ];
  const check = company.payBills(shares);
  expect([company.open(one), company.open(two)]).toEqual(["0.00", "60.00"]);
  company.voidPayment(check.txnId);
  expect([company.open(one), company.open(two)]).toEqual(["100.00", "100.00"]);
  const credit = company.enterCredit({
    vendor: "Bayside Concrete",
    lines: [{ account: "Rent", amount: "30.00" }],
  });
  company.applyCredit(credit.txnId, one, "30.00");
  expect(company.open(one)).toBe("70.00");
  company.unapply(credit.txnId, one);
  expect(company.open(one)).toBe("100.00");
});
