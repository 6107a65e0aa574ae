import { expect, test } from "vitest";
import { child, childText } from "../qbxml/read-xml";
import { DemoSession } from "./demo-session";

const vendorAdd = (name: string, more = "") =>
  `<VendorAddRq requestID="v"><VendorAdd><Name>${name}</Name>${more}</VendorAdd></VendorAddRq>`;
const customerAdd = (name: string, parent: string) =>
  `<CustomerAddRq><CustomerAdd><Name>${name}</Name>${parent}</CustomerAdd></CustomerAddRq>`;
const parentRef = (name: string) => `<ParentRef><FullName>${name}</FullName></ParentRef>`;
const names = (demo: DemoSession, query: string) =>
  demo.ask(query).rets.map((ret) => childText(ret, "FullName") ?? childText(ret, "Name"));

test("a vendor is added with its address block and its own mark", () => {
  const demo = new DemoSession();
  const more = `<VendorAddress><Addr1>1 Quay</Addr1><City>Anacortes</City><State>WA</State></VendorAddress>
    <TermsRef><FullName>net 15</FullName></TermsRef>
    <ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>`;
  const { code, rets } = demo.ask(vendorAdd("Öresund Boats", more));
  expect(code).toBe(0);
  expect(childText(rets[0], "Name")).toBe("Öresund Boats");
  expect(childText(child(rets[0], "VendorAddressBlock"), "Addr2")).toBe("Anacortes, WA");
  expect(childText(child(rets[0], "TermsRef"), "FullName")).toBe("Net 15");
  expect(childText(rets[0], "ExternalGUID")).toBe("{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}");
});

test.each([
  ["another vendor, in other letters", "bayside CONCRETE", 3100],
  ["a customer", "Chen Residence", 3100],
  ["an employee", "Pat Sorensen", 3100],
  ["a colon", "Bay: side", 3090],
])("a vendor cannot have the name of %s", (_whose, name, code) => {
  expect(new DemoSession().ask(vendorAdd(name)).code).toBe(code);
});

test("an inactive record keeps its name, a deleted one gives it back", () => {
  const demo = new DemoSession();
  demo.company.makeInactive("Vendor", "Bayside Concrete");
  expect(demo.ask(vendorAdd("Bayside Concrete")).code).toBe(3100);
  demo.company.deleteVendor("Bayside Concrete");
  expect(demo.ask(vendorAdd("Bayside Concrete")).code).toBe(0);
});

test("a job belongs to its customer: its name is free elsewhere, its full name follows a rename", () => {
  const demo = new DemoSession();
  const job = demo.ask(customerAdd("Deck", parentRef("Chen Residence"))).rets[0];
  expect([childText(job, "FullName"), childText(job, "Sublevel")]).toEqual(["Chen Residence:Deck", "1"]);
  expect(demo.ask(customerAdd("Deck", parentRef("Chen Residence"))).code).toBe(3100);
  expect(demo.ask(customerAdd("Deck", parentRef("Nobody"))).code).toBe(3130);
  demo.company.rename("Customer", "Chen Residence", "Chen Family");
  const again = `<CustomerQueryRq><ListID>${childText(job, "ListID")}</ListID></CustomerQueryRq>`;
  expect(names(demo, again)).toEqual(["Chen Family:Deck"]);
});

test("a list has five levels", () => {
  const demo = new DemoSession();
  let path = "Chen Residence";
  for (const name of ["b", "c", "d", "e"]) {
    expect(demo.ask(customerAdd(name, parentRef(path))).code).toBe(0);
    path += `:${name}`;
  }
  expect(demo.ask(customerAdd("f", parentRef(path))).code).toBe(3210);
});

test("items need their accounts", () => {
  const demo = new DemoSession();
  const item = (inner: string) =>
    `<ItemServiceAddRq><ItemServiceAdd><Name>Crane hire</Name>${inner}</ItemServiceAdd></ItemServiceAddRq>`;
  expect(demo.ask(item("<SalesOrPurchase><Price>5.00</Price></SalesOrPurchase>")).code).toBe(3270);
  const account = "<AccountRef><FullName>Equipment Rental</FullName></AccountRef>";
  expect(demo.ask(item(`<SalesOrPurchase>${account}</SalesOrPurchase>`)).rets[0]?.name).toBe(
    "ItemServiceRet",
  );
});

test("VendorMod changes what is said, by the current EditSequence", () => {
  const demo = new DemoSession();
  const { listId, editSequence } = demo.company.entry("Vendor", "Bayside Concrete");
  const mod = (sequence: number) =>
    `<VendorModRq><VendorMod><ListID>${listId}</ListID><EditSequence>${sequence}</EditSequence><Name>Bayside Ready Mix</Name><Phone></Phone></VendorMod></VendorModRq>`;
  const { code, rets } = demo.ask(mod(editSequence));
  expect([code, childText(rets[0], "Name"), childText(rets[0], "Phone")]).toEqual([
    0,
    "Bayside Ready Mix",
    undefined,
  ]);
  expect(demo.ask(mod(editSequence)).code).toBe(3200);
});

test("queries give active records only, unless asked", () => {
  const demo = new DemoSession();
  demo.company.makeInactive("Vendor", "Bayside Concrete");
  const count = (status: string) => demo.ask(`<VendorQueryRq>${status}</VendorQueryRq>`).attributes.retCount;
  expect(count("")).toBe("59");
  expect(count("<ActiveStatus>All</ActiveStatus>")).toBe("60");
  expect(count("<ActiveStatus>InactiveOnly</ActiveStatus>")).toBe("1");
});

test("FromModifiedDate is inclusive, in the PC's clock, with or without the standard offset", () => {
  const demo = new DemoSession();
  const { timeModified } = demo.company.renameVendor("Bayside Concrete", "Bayside Ready Mix");
  expect(timeModified).toMatch(/-08:00$/);
  const since = (time: string) =>
    names(demo, `<VendorQueryRq><FromModifiedDate>${time}</FromModifiedDate></VendorQueryRq>`);
  expect(since(timeModified)).toEqual(["Bayside Ready Mix"]);
  expect(since(timeModified.slice(0, 19))).toEqual(["Bayside Ready Mix"]);
  // An offset corrected for summer is an hour off.
  expect(since(timeModified.replace("-08:00", "-07:00"))).toEqual(["Bayside Ready Mix"]);
  expect(since("2026-07-15T12:00:00-08:00")).toEqual([]);
  expect(since("2026-07-15")).toEqual(["Bayside Ready Mix"]);
});

test("nothing matched is status 1, a list with unknown names is 500 with the rest", () => {
  const demo = new DemoSession();
  const nothing = demo.ask(
    "<VendorQueryRq><NameFilter><MatchCriterion>StartsWith</MatchCriterion><Name>Zzz</Name></NameFilter></VendorQueryRq>",
  );
  expect([nothing.code, nothing.severity, nothing.attributes.retCount]).toEqual([1, "Info", "0"]);
  const part = demo.ask(
    "<VendorQueryRq><FullName>Island Hardware</FullName><FullName>Gone</FullName></VendorQueryRq>",
  );
  expect([part.code, part.severity, part.attributes.retCount]).toEqual([500, "Warn", "1"]);
  expect(part.message).toContain("Gone");
});

test("names are filtered and ranged without regard to case", () => {
  const demo = new DemoSession();
  const filter = (criterion: string, name: string) =>
    names(
      demo,
      `<VendorQueryRq><NameFilter><MatchCriterion>${criterion}</MatchCriterion><Name>${name}</Name></NameFilter></VendorQueryRq>`,
    );
  expect(filter("StartsWith", "bay")).toEqual(["Bayside Concrete"]);
  expect(filter("EndsWith", "SIDING")).toEqual(["Spruce Hill Siding"]);
  expect(filter("Contains", "septic")).toEqual(["Orca Septic", "Sandpiper Septic Design"]);
  expect(
    names(demo, "<VendorQueryRq><NameRangeFilter><FromName>W</FromName></NameRangeFilter></VendorQueryRq>"),
  ).toEqual(["Westbrook Truck Repair", "Whidbey Well Drilling"]);
});

test("IncludeRetElement limits what comes, and a misspelling silently gives less", () => {
  const demo = new DemoSession();
  const { rets } = demo.ask(
    "<VendorQueryRq><MaxReturned>1</MaxReturned><IncludeRetElement>Name</IncludeRetElement><IncludeRetElement>Phome</IncludeRetElement></VendorQueryRq>",
  );
  expect(rets[0]?.children.map((node) => node.name)).toEqual(["Name"]);
});

test("accounts by type, terms of both kinds, items of one kind", () => {
  const demo = new DemoSession();
  expect(names(demo, "<AccountQueryRq><AccountType>CreditCard</AccountType></AccountQueryRq>")).toEqual([
    "Tidewater Visa",
    "Lumberyard Charge Card",
  ]);
  const terms = demo.ask("<TermsQueryRq/>").rets.map((ret) => ret.name);
  expect(new Set(terms)).toEqual(new Set(["StandardTermsRet", "DateDrivenTermsRet"]));
  expect(demo.ask("<ItemInventoryQueryRq/>").attributes.retCount).toBe("10");
  expect(demo.ask("<ItemQueryRq/>").attributes.retCount).toBe("40");
});

test("the company tells its stamp only under the application's OwnerID", () => {
  const demo = new DemoSession();
  const owner = "{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}";
  demo.company.stampApplication(owner, "{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}", "App");
  const company = (inner: string) => demo.ask(`<CompanyQueryRq>${inner}</CompanyQueryRq>`).rets[0];
  expect(child(company(""), "DataExtRet")).toBeUndefined();
  const values = company(`<OwnerID>${owner}</OwnerID>`)?.children.filter(
    (node) => node.name === "DataExtRet",
  );
  expect(values?.map((node) => childText(node, "DataExtName"))).toEqual(["AppLock", "FileID"]);
  expect(() =>
    demo.company.stampApplication(owner, "{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}", "App"),
  ).toThrow();
});

test("a merge moves the bills and leaves a deletion behind", () => {
  const demo = new DemoSession();
  const { listId } = demo.company.entry("Vendor", "Bayside Concrete");
  const bill = demo.company.enterBill({ vendor: listId, lines: [{ account: "Rent", amount: "5.00" }] });
  demo.company.mergeVendors("Bayside Concrete", "Skagit Ready Mix");
  const found = demo.ask(`<BillQueryRq><TxnID>${bill.txnId}</TxnID></BillQueryRq>`).rets[0];
  expect(childText(child(found, "VendorRef"), "FullName")).toBe("Skagit Ready Mix");
  const gone = demo.ask(
    "<ListDeletedQueryRq><ListDelType>Customer</ListDelType><ListDelType>Vendor</ListDelType></ListDeletedQueryRq>",
  );
  expect(gone.rets.map((ret) => childText(ret, "ListID"))).toEqual([listId]);
});

test("a vendor with bills cannot be deleted", () => {
  const demo = new DemoSession();
  demo.company.enterBill({ vendor: "Bayside Concrete", lines: [{ account: "Rent", amount: "5.00" }] });
  expect(() => demo.company.deleteVendor("Bayside Concrete")).toThrow(/cannot be deleted/);
});
