import { expect, test } from "vitest";
import { compareBills } from "./compare-bills";

const materials = { id: "a1", name: "Job Materials" };
const office = { id: "a2", name: "Office Supplies" };
const line = (id: string, change = {}) => ({
  ...{ id, account: materials, description: "Slab", amount: "100.00", billable: false },
  ...change,
});
const bill = (lines: ReturnType<typeof line>[], change = {}) => ({
  ...{ vendor: { id: "v", name: "Cascade" }, invoiceNumber: "1", memo: "", amount: "100.00", lines },
  ...change,
});
const told = ({ lines }: ReturnType<typeof compareBills>) => lines.map(({ name, state }) => [name, state]);
const changed = (before: ReturnType<typeof bill>, after: ReturnType<typeof bill>) => {
  const { header, lines } = compareBills(before, after);
  return [...header, ...lines.flatMap(({ fields }) => fields)].filter(({ differs }) => differs);
};

test("the same bill differs in nothing, a record that was renamed included", () => {
  const renamed = bill([line("1", { account: { ...materials, name: "Materials" } })]);
  expect(changed(bill([line("1")]), renamed)).toEqual([]);
  expect(told(compareBills(bill([line("1")]), renamed))).toEqual([["Line 1", "same"]]);
});

test("a line is the same line by its identity, whatever changed about it", () => {
  const after = bill([line("1", { amount: "120.00", account: office })], { amount: "120.00" });
  expect(changed(bill([line("1")]), after)).toEqual([
    { field: "Amount", from: "100.00", to: "120.00", differs: true },
    { field: "Account", from: "Job Materials", to: "Office Supplies", differs: true },
    { field: "Amount", from: "100.00", to: "120.00", differs: true },
  ]);
});

test("another order of the lines is told of the whole bill, and their numbers are those of the earlier one", () => {
  const before = bill([line("1"), line("2", { amount: "7.00" }), line("3", { amount: "8.00" })]);
  const after = bill([line("3", { amount: "8.00" }), line("1"), line("4", { description: "New" })]);
  expect(changed(before, after).filter(({ field }) => field === "Order of the lines")).toEqual([
    { field: "Order of the lines", from: "1, 3", to: "3, 1", differs: true },
  ]);
});

test("a line that was taken out and entered anew is found by what it says", () => {
  const before = bill([line("1", { description: "Anchors" }), line("2")]);
  const after = bill([line("8", { amount: "90.00" }), line("9", { description: "Anchors" })]);
  expect(told(compareBills(before, after))).toEqual([
    ["Line 1", "changed"],
    ["Line 2", "same"],
  ]);
});

test("what came and what went is said, what went where it stood", () => {
  const before = bill([line("1"), line("2", { account: office, description: "Paper", amount: "5.00" })]);
  const after = bill([line("1"), line("3", { description: "Rebar", amount: "7.00" })]);
  const compared = compareBills(before, after);
  expect(told(compared)).toEqual([
    ["Line 1", "same"],
    ["Line 2 before", "removed"],
    ["Line 2", "added"],
  ]);
  expect(compared.lines[1]).toMatchObject({ words: "Office Supplies · Paper · 5.00" });
  expect(compared.lines[1]?.fields).toContainEqual({
    ...{ field: "Amount", from: "5.00", to: "", differs: true },
  });
});

test("two lines that say the same are two lines", () => {
  const twice = bill([line("1"), line("2")]);
  expect(told(compareBills(twice, bill([line("1")])))).toEqual([
    ["Line 1", "same"],
    ["Line 2 before", "removed"],
  ]);
});
