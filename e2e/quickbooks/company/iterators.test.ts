import { expect, test } from "vitest";
import { childText } from "../qbxml/read-xml";
import { DemoSession } from "./demo-session";

const query = (attributes: string, size = 25, more = "") =>
  `<VendorQueryRq requestID="1" ${attributes}><MaxReturned>${size}</MaxReturned>${more}</VendorQueryRq>`;
const next = (id: string | undefined) => `iterator="Continue" iteratorID="${id}"`;

test("pages follow one another under one ID until nothing is left", () => {
  const demo = new DemoSession();
  const first = demo.ask(query('iterator="Start"'));
  const id = first.attributes.iteratorID;
  const second = demo.ask(query(next(id)));
  const third = demo.ask(query(next(id)));
  expect([first, second, third].map((page) => page.attributes.iteratorRemainingCount)).toEqual([
    "35",
    "10",
    "0",
  ]);
  expect([second, third].map((page) => page.attributes.iteratorID)).toEqual([id, id]);
  const names = [first, second, third].flatMap((page) => page.rets.map((ret) => childText(ret, "Name")));
  expect(new Set(names).size).toBe(60);
  expect(demo.ask(query(next(id))).code).toBe(3000);
});

test("what it goes through is settled at its start", () => {
  const demo = new DemoSession();
  const first = demo.ask(query('iterator="Start"', 50));
  demo.company.addVendor("Latecomer");
  const second = demo.ask(query(next(first.attributes.iteratorID), 50));
  expect(second.attributes.retCount).toBe("10");
});

test("it dies with its session", () => {
  const demo = new DemoSession();
  const { iteratorID } = demo.ask(query('iterator="Start"')).attributes;
  demo.reopen();
  expect(demo.ask(query(next(iteratorID))).code).toBe(3000);
});

test("a Continue with another filter is refused", () => {
  const demo = new DemoSession();
  const { iteratorID } = demo.ask(query('iterator="Start"')).attributes;
  expect(demo.ask(query(next(iteratorID), 25, "<ActiveStatus>All</ActiveStatus>")).code).toBe(3000);
});

test("Stop ends it, and Start needs MaxReturned", () => {
  const demo = new DemoSession();
  const { iteratorID } = demo.ask(query('iterator="Start"')).attributes;
  demo.ask(query(`iterator="Stop" iteratorID="${iteratorID}"`));
  expect(demo.ask(query(next(iteratorID))).code).toBe(3000);
  expect(demo.ask('<VendorQueryRq iterator="Start"/>').code).toBe(3150);
});

test("metaData can bring the count alone", () => {
  const { attributes, rets } = new DemoSession().ask('<VendorQueryRq metaData="MetaDataOnly"/>');
  expect([attributes.retCount, rets.length]).toEqual(["60", 0]);
});

test("without an iterator MaxReturned cuts, and the rest does not come", () => {
  const { attributes } = new DemoSession().ask(query("", 5));
  expect(attributes.retCount).toBe("5");
  expect(attributes.iteratorRemainingCount).toBeUndefined();
});
