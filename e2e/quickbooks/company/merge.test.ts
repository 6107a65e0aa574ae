import { expect, test } from "vitest";
import { child, childText } from "../qbxml/read-xml";
import { DemoSession } from "./demo-session";
import type { ListKind } from "./state";

const LINE = {
  account: "Rent",
  amount: "80.00",
  customer: "Sorensen, Ingrid",
  class: "Overhead",
};

function withBill(demo: DemoSession): string {
  const { company } = demo;
  const customer = Object.values(company.state.lists.Customer).find((one) => one.parentId === undefined);
  const [first] = Object.values(company.state.lists.Class);
  if (!customer || !first) throw new Error("the demo company has no customer or class");
  const line = { ...LINE, customer: customer.listId, class: first.listId };
  return company.enterBill({ vendor: "Bayside Concrete", lines: [line] }).txnId;
}

const bill = (demo: DemoSession, id: string) =>
  demo.ask(`<BillQueryRq><TxnID>${id}</TxnID><IncludeLineItems>true</IncludeLineItems></BillQueryRq>`)
    .rets[0];

test.each<[ListKind, string, "header" | "line"]>([
  ["Vendor", "VendorRef", "header"],
  ["Customer", "CustomerRef", "line"],
  ["Class", "ClassRef", "line"],
  ["Account", "AccountRef", "line"],
])(
  "a merged %s: what named it names the survivor, and its ListID is among the deleted",
  (list, ref, where) => {
    const demo = new DemoSession();
    const id = withBill(demo);
    const holder = () => (where === "header" ? bill(demo, id) : child(bill(demo, id), "ExpenseLineRet"));
    const from = childText(child(holder(), ref), "ListID") ?? "";
    const loser = demo.company.entry(list, from);
    const winner = Object.values(demo.company.state.lists[list]).find(
      (one) => one !== loser && one.parentId === undefined && sameAccountType(one.fields, loser.fields),
    );
    if (!winner) throw new Error(`no other ${list}`);
    const sequence = winner.editSequence;
    demo.company.merge(list, from, winner.listId);
    expect(childText(child(holder(), ref), "ListID")).toBe(winner.listId);
    const deleted = demo.ask(
      `<ListDeletedQueryRq><ListDelType>${list}</ListDelType></ListDeletedQueryRq>`,
    ).rets;
    expect(deleted.map((ret) => childText(ret, "ListID"))).toEqual([from]);
    expect(demo.ask(`<${list}QueryRq><ListID>${from}</ListID></${list}QueryRq>`).code).toBe(500);
    expect(demo.company.entry(list, winner.listId).editSequence).toBeGreaterThan(sequence);
  },
);

const sameAccountType = (a: { AccountType?: unknown }, b: { AccountType?: unknown }) =>
  a.AccountType === b.AccountType;

test("the jobs of a merged customer hang below the survivor; accounts of two types are not merged", () => {
  const { company } = new DemoSession();
  const jobs = Object.values(company.state.lists.Customer).filter((one) => one.parentId !== undefined);
  const parent = jobs[0]?.parentId ?? "";
  const other = Object.values(company.state.lists.Customer).find(
    (one) => one.parentId === undefined && one.listId !== parent,
  );
  company.merge("Customer", parent, other?.listId ?? "");
  expect(company.entry("Customer", jobs[0]?.listId ?? "").parentId).toBe(other?.listId);
  expect(() => company.merge("Account", "Rent", "Accounts Payable")).toThrow("one type");
  expect(() => company.merge("Vendor", "Bayside Concrete", "Bayside Concrete")).toThrow("cannot be merged");
});
