import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bigVendors, demoCompany } from "../seed/demo-company";
import { quickBooksTime } from "./clock";
import { CompanyFile } from "./company-file";
import { billAdd, DemoSession } from "./demo-session";
import { extend, unitCost } from "./money";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "company-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the file on disk", () => {
  test("holds what QuickBooks answered, stored message sets included", () => {
    const savedAt = join(folder, "company.json");
    const demo = new DemoSession({ savedAt });
    demo.send(billAdd(), 'onError="stopOnError" newMessageSetID="X"');
    demo.company.addVendor("Typed In");
    const again = CompanyFile.open(savedAt, demoCompany);
    expect(again.state).toEqual(JSON.parse(JSON.stringify(demo.company.state)));
    expect(again.state.messageSets["{A}"]?.[0]?.id).toBe("X");
    expect(readdirSync(folder)).toEqual(["company.json"]);
  });

  test("is made when it is not there", () => {
    const savedAt = join(folder, "company.json");
    CompanyFile.open(savedAt, demoCompany).addVendor("First");
    expect(CompanyFile.open(savedAt, () => expect.unreachable()).entry("Vendor", "First").name).toBe("First");
  });
});

describe("the seed", () => {
  test("is the same every time", () => {
    expect(demoCompany()).toEqual(demoCompany());
  });

  test("has every kind of record", () => {
    const { lists } = demoCompany();
    const sizes = Object.entries(lists).map(([list, entries]) => [list, Object.keys(entries).length]);
    expect(Object.fromEntries(sizes)).toMatchObject({
      Vendor: 60,
      Item: 40,
      Class: 10,
      Customer: 30,
      Terms: 7,
    });
    const types = new Set(Object.values(lists.Account).map((account) => account.fields.AccountType));
    for (const type of ["Bank", "CreditCard", "AccountsPayable", "Expense", "CostOfGoodsSold"]) {
      expect(types).toContain(type);
    }
  });

  test("grows to as many vendors as a measurement needs, with names of their own", () => {
    const vendors = Object.values(bigVendors(2_000).lists.Vendor);
    expect(vendors).toHaveLength(2_000);
    expect(new Set(vendors.map((vendor) => vendor.name)).size).toBe(2_000);
    expect(new Set(vendors.map((vendor) => vendor.listId)).size).toBe(2_000);
  });
});

describe("the clock", () => {
  test("prints the standard offset in summer too, beside the clock time", () => {
    const zone = "America/Los_Angeles";
    expect(quickBooksTime(new Date("2026-07-15T18:30:00Z"), zone)).toBe("2026-07-15T11:30:00-08:00");
    expect(quickBooksTime(new Date("2026-01-15T18:30:00Z"), zone)).toBe("2026-01-15T10:30:00-08:00");
    expect(quickBooksTime(new Date("2026-07-15T18:30:00Z"), "Australia/Sydney")).toBe(
      "2026-07-16T04:30:00+10:00",
    );
  });

  test("two changes within one second have different EditSequences", () => {
    const company = new CompanyFile(demoCompany(), { now: () => new Date("2026-07-15T18:30:00Z") });
    const first = company.renameVendor("Bayside Concrete", "A").editSequence;
    expect(company.renameVendor("A", "B").editSequence).toBe(first + 1);
  });
});

describe("money", () => {
  test.each([
    ["3", "1.005", 302],
    ["-3", "1.005", -302],
    ["0.5", "0.01", 1],
    ["1234567.12345", "9.99999", 1234565889],
  ])("%s at %s is %i cents", (quantity, cost, cents) => {
    expect(extend(quantity, cost)).toBe(cents);
  });

  test.each([
    [1000, "3", "3.33333"],
    [1000, "4", "2.50"],
    [-1000, "3", "-3.33333"],
    [1, "0", undefined],
  ])("%i cents for %s is %s each", (cents, quantity, cost) => {
    expect(unitCost(cents, quantity)).toBe(cost);
  });
});
