import { describe, expect, test } from "vitest";
import { gatherBills, readAmount, readDay } from "./gather-bills";
import { readTable } from "./read-table";

const gather = (text: string) => gatherBills(readTable(text).rows);

describe("a day", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["11/23/2026", "2026-11-23"],
    ["1/5/26", "2026-01-05"],
    ["13/1/2026", undefined],
    ["2026-02-30", undefined],
    ["soon", undefined],
  ])("%s", (text, expected) => {
    expect(readDay(text)).toBe(expected);
  });
});

test.each([
  ["$1,250.00", "1250.00"],
  ["(35.1)", "-35.10"],
  ["-3", "-3.00"],
  ["1,234,567.8", "1234567.80"],
  ["12.345", undefined],
  ["12,50", undefined],
  ["1.250,00", undefined],
  ["abc", undefined],
])("the amount %s", (text, expected) => {
  expect(readAmount(text)).toBe(expected);
});

describe("rows become bills", () => {
  test("by vendor and number, or by leaving both empty; semicolons and a byte-order mark are fine", () => {
    const bills = gather(
      "\uFEFFVendor;Invoice #;Date;Account;Description;Amount\nAtlas;A-1;11/2/2026;Rent;Nov;10\natlas;a-1;;Rent;Dec;5.50\n;;;Fuel;;1\nAtlas;A-2;11/3/2026;Rent;;2\n",
    );
    expect(bills.map(({ rows, invoiceNumber, amount }) => [rows, invoiceNumber, amount])).toEqual([
      [[2, 3, 4], "A-1", "16.50"],
      [[5], "A-2", "2.00"],
    ]);
    expect(bills.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test.each([
    ["commas", "Vendor,Account,Description,Amount,Class\nAtlas,Rent,Boards; nails\t2x4,10.00,A;B\n"],
    ["semicolons", "Vendor;Account;Description;Amount;Class\nAtlas;Rent;Boards, nails\t2x4;10.00;A,B\n"],
    ["tabs", "Vendor\tAccount\tDescription\tAmount\tClass\nAtlas\tRent\tBoards, nails; 2x4\t10.00\tA,B;C\n"],
    ["tabs, with an empty cell", "Vendor\tTerms\tAccount\tAmount\nAtlas\t\tRent\t10.00\n"],
  ])("a file with %s is cut there alone", (_separator, text) => {
    const [bill] = gather(text);
    expect(bill).toMatchObject({ vendor: "Atlas", amount: "10.00", faults: [] });
    expect(bill?.lines).toMatchObject([{ account: "Rent", amount: "10.00" }]);
  });

  test("an item's quantity and cost come to its amount, or the row says what they come to", () => {
    const bills = gather(
      "Vendor,Invoice #,Item,Quantity,Cost,Amount\nAtlas,1,Lumber,4,12.50,50.00\nAtlas,2,Lumber,4,12.50,51.00\n" +
        "Atlas,3,Pieces,3000,3.33333,10000.00\nAtlas,4,Lumber,4,12.50,\n",
    );
    expect(bills.map(({ faults }) => faults)).toEqual([
      [],
      [
        {
          ...{ row: 3, column: "Amount" },
          message: "4 × 12.50 come to 50.00, the line says 51.00. QuickBooks takes no other sum.",
        },
      ],
      [],
      [],
    ]);
  });

  test("headings in quotes hold the other separators, and their own", () => {
    const [bill] = gather(
      '"Vendor";"Notes, if any";"Account";"Paid; by whom";"Amount"\n"Atlas; Sons";"a, b, c";"Rent";;"12.00"\n',
    );
    expect(bill).toMatchObject({ vendor: "Atlas; Sons", amount: "12.00", faults: [] });
  });

  test("an amount in two cells is told, and not taken for its first half", () => {
    const [bill, next] = gather(
      "Vendor,Account,Description,Amount\nAtlas,Rent,Boards, 12,150.00\nAtlas,Rent,Nails,1.00,,\n",
    );
    expect(bill?.faults).toEqual([
      {
        ...{ row: 2, column: "" },
        message:
          '"150.00" stands to the right of the last heading. If a comma is part of a value of this row, put that value in double quotes; otherwise give the column a heading.',
      },
    ]);
    expect(next?.faults).toEqual([]);
  });

  test("a value below no heading is told, even where nothing else is in its row", () => {
    const [bill] = gather("Vendor;Account;Amount;;\nAtlas;Rent;12;;\n;;;;34\n");
    expect(bill?.faults[0]).toMatchObject({ row: 3, message: expect.stringContaining('"34" stands') });
  });

  test("a decimal comma is told, and not taken for a thousands separator", () => {
    const [bill] = gather("Vendor;Item;Quantity;Cost;Amount\nAtlas;Lumber;1,5;2;12,50\n");
    expect(bill?.faults.map(({ column, message }) => [column, message])).toEqual([
      ["Quantity", '"1,5" is no number with at most five decimals.'],
      ["Amount", '"12,50" is no amount. Write 1250.00 or 1,250.00.'],
    ]);
  });

  test("two rows of a vendor without a number are two bills", () => {
    expect(gather("Vendor,Account,Amount\nAtlas,Rent,1\nAtlas,Rent,2\n")).toHaveLength(2);
  });

  test("an item's amount is its quantity times its cost where none is given", () => {
    const [bill] = gather("Vendor,Item,Qty,Cost,Amount\nAtlas,Lumber,4,12.5,\n");
    expect(bill).toMatchObject({ amount: "50.00", faults: [] });
  });

  test("what is wrong is told with its row and its column", () => {
    const [bill] = gather(
      "Vendor,Date,Account,Item,Amount,Billable\n,31/12/2026,Rent,Lumber,twelve,perhaps\n",
    );
    expect(bill?.faults).toEqual([
      { row: 2, column: "Vendor", message: "The vendor is missing." },
      { row: 2, column: "Date", message: '"31/12/2026" is no date. Write 2026-11-23 or 11/23/2026.' },
      { row: 2, column: "Amount", message: '"twelve" is no amount. Write 1250.00 or 1,250.00.' },
      { row: 2, column: "Item", message: "A line has an account or an item, not both." },
      { row: 2, column: "Billable", message: 'Write yes or no, not "perhaps".' },
    ]);
  });

  test("rows of one bill that contradict each other are told", () => {
    const [bill] = gather(
      "Vendor,Invoice number,Due date,Account,Amount\nAtlas,1,2026-12-01,Rent,1\nAtlas,1,2026-12-02,Rent,1\n",
    );
    expect(bill?.faults).toEqual([
      { row: 3, column: "Due date", message: '"2026-12-02" differs from row 2 of the same bill.' },
    ]);
  });
});

describe("a file is refused that", () => {
  const refusal = (text: string) => {
    try {
      readTable(text);
    } catch (error) {
      return (error as { fields: { message: string }[] }).fields[0]?.message;
    }
    return undefined;
  };

  test.each([
    ["has no headings", "Atlas,Rent,1\n", /^The first row must hold headings/],
    ["has a heading twice", "Vendor,Amount,Line amount\nA,1,1\n", /^Two columns hold "Amount"/],
    ["has no rows", "Vendor,Amount\n\n", /^The file has no rows/],
    ["is no table", 'Vendor,Amount\n"Atlas,1\n', /^The file is not a table/],
    ["is too long", `Vendor,Amount\n${"A,1\n".repeat(5001)}`, /more than 5000 rows/],
  ])("%s", (_what, text, expected) => {
    expect(refusal(text)).toMatch(expected);
  });

  test("but not for columns that are not known: they are named", () => {
    expect(readTable("Vendor,Colour,Amount\nA,red,1\n").unknown).toEqual(["Colour"]);
  });
});
