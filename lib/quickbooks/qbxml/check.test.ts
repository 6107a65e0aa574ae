import { describe, expect, test } from "vitest";
import { checkRequest, supportsField } from "@/lib/quickbooks/qbxml/check";
import { billAdd } from "@/lib/quickbooks/qbxml/messages/bill-add";
import { billMod } from "@/lib/quickbooks/qbxml/messages/bill-mod";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";

const bill = (data: object) => checkRequest(billAdd, { VendorRef: { ListID: "1" }, ...data });
const line = (data: object) => bill({ ExpenseLineAdd: [{}, data] });

test("a bill that fits has no problem, and empty values are as good as none", () => {
  expect(bill({ Memo: "", TermsRef: null, DueDate: undefined, ItemLines: null, ExpenseLineAdd: [] })).toEqual(
    [],
  );
});

describe("lengths", () => {
  test("are told with the limit and the words of the field", () => {
    expect(line({ Memo: "x".repeat(4096) })).toEqual([
      {
        path: "ExpenseLineAdd[1].Memo",
        code: "too-long",
        limit: 4095,
        length: 4096,
        text: "Expense line 2, memo is 4096 characters long; QuickBooks takes at most 4095.",
      },
    ]);
  });

  test("count a new line as two", () => {
    expect(bill({ RefNumber: `${"x".repeat(18)}\n` })).toEqual([]);
    expect(bill({ RefNumber: `${"x".repeat(19)}\n` })).toMatchObject([
      { code: "too-long", length: 21, limit: 20 },
    ]);
  });

  test("count text, not the references it is written with", () => {
    expect(bill({ RefNumber: "é".repeat(20) })).toEqual([]);
  });

  test.each([
    ["RefNumber", 20],
    ["Memo", 4095],
  ])("%s holds %i", (name, limit) => {
    expect(bill({ [name]: "x".repeat(limit) })).toEqual([]);
    expect(bill({ [name]: "x".repeat(limit + 1) })).toHaveLength(1);
  });
});

describe("forms", () => {
  test.each([
    ["Amount", "246.9", "bad-form"],
    ["Amount", "1,000.00", "bad-form"],
    ["Amount", 12.5, "bad-form"],
    ["Amount", "12345678901234.00", "bad-form"],
    ["BillableStatus", "billable", "bad-form"],
    ["AccountRef", "80000001-1", "bad-form"],
    ["AccountRef", {}, "missing"],
    ["Nonsense", "x", "unknown"],
    ["SalesTaxCodeRef", { ListID: "1" }, "unknown"],
  ])("%s %j is %s", (name, value, code) => {
    expect(line({ [name]: value })).toMatchObject([{ path: `ExpenseLineAdd[1].${name}`, code }]);
  });

  test.each(["2026-02-30", "26-03-05", "1969-12-31", "2038-01-20", "2026-03-05T00:00:00"])(
    "%s is no date",
    (TxnDate) => {
      expect(bill({ TxnDate })).toMatchObject([{ path: "TxnDate", code: "bad-form" }]);
    },
  );

  test.each(["2026-03-05", "2026-03-05T08:15:00", "2026-03-05T08:15:00-05:00"])(
    "%s is a moment",
    (FromModifiedDate) => {
      expect(checkRequest(vendorQuery, { FromModifiedDate })).toEqual([]);
    },
  );

  test.each(["2026-03-05T08:15:00Z", "2026-03-05T24:00:00", "2026-03-05 08:15", "2026-03-05T08:15"])(
    "%s is none",
    (FromModifiedDate) => {
      expect(checkRequest(vendorQuery, { FromModifiedDate })).toHaveLength(1);
    },
  );

  test("a name has no colon, an address five lines", () => {
    const address = { Addr1: "1", Addr2: "2", Addr3: "3", Addr4: "4", Addr5: "5" };
    expect(checkRequest(vendorAdd, { Name: "Acme", VendorAddress: address })).toEqual([]);
    expect(
      checkRequest(vendorAdd, { Name: "Acme: Co", VendorAddress: { ...address, City: "X" } }),
    ).toMatchObject([
      { path: "Name", code: "bad-form" },
      { path: "VendorAddress", code: "bad-form", text: expect.stringContaining("five printed lines") },
    ]);
  });

  test("numbers keep to their range", () => {
    expect(checkRequest(vendorQuery, { MaxReturned: 0 })).toMatchObject([
      { text: "Max returned must be at least 1." },
    ]);
    expect(checkRequest(vendorQuery, { MaxReturned: 1.5 })).toHaveLength(1);
  });

  test("lists are lists and data is data", () => {
    expect(bill({ ExpenseLineAdd: {} })).toMatchObject([{ code: "bad-form" }]);
    expect(
      bill({ ItemLines: [{ ItemLineAdd: {}, ItemGroupLineAdd: {} }, {}, "x", { toString: {} }] }),
    ).toMatchObject([
      { path: "ItemLines[0]", code: "choice" },
      { path: "ItemLines[1]", code: "choice" },
      { path: "ItemLines[2]", code: "choice" },
      { path: "ItemLines[3]", code: "choice" },
    ]);
    expect(checkRequest(billAdd, null)).toMatchObject([{ path: "", code: "bad-form" }]);
  });
});

describe("choices", () => {
  test("IDs exclude every filter", () => {
    expect(checkRequest(vendorQuery, { ListID: ["1"], MaxReturned: 5 })).toMatchObject([
      { path: "ListID", code: "choice" },
    ]);
    expect(checkRequest(vendorQuery, { ListID: ["1"], MaxReturned: undefined })).toEqual([]);
  });

  test("a range is by modification or by date, and not empty", () => {
    const ModifiedDateRangeFilter = { FromModifiedDate: "2026-01-01" };
    expect(
      checkRequest(billQuery, { ModifiedDateRangeFilter, TxnDateRangeFilter: { FromTxnDate: "2026-01-01" } }),
    ).toMatchObject([{ code: "choice" }]);
    expect(checkRequest(billQuery, { TxnDateRangeFilter: {} })).toMatchObject([{ code: "choice" }]);
  });
});

describe("versions", () => {
  test("a field that is too new is told, with both versions", () => {
    const [problem] = checkRequest(vendorAdd, { Name: "Acme", Cc: "a@example.com" }, "11.0");
    expect(problem).toMatchObject({ path: "Cc", code: "needs-version" });
    expect(problem?.text).toBe(
      "Copy address needs a newer QuickBooks: it came with qbXML 12.0, and this one speaks 11.0.",
    );
  });

  test("version 10 is newer than version 9", () => {
    expect(supportsField(billAdd, "ExternalGUID", "9.0")).toBe(true);
    expect(supportsField(billAdd, "ExternalGUID", "8.0")).toBe(false);
    expect(supportsField(billAdd, "ExternalGUID", "10.0")).toBe(true);
  });

  test.each([
    ["ExpenseLineAdd[3].SalesRepRef.ListID", "13.0", true],
    ["ExpenseLineAdd.SalesRepRef", "12.0", false],
    ["ItemLines.ItemLineAdd.SerialNumber", "11.0", true],
    ["ItemLines[0].ItemLineAdd.SerialNumber", "10.0", false],
    ["IncludeRetElement", "4.0", true],
    ["IncludeRetElement", "3.0", false],
    ["VendorAddress.Addr1", "12.0", false],
    ["Nonsense", "13.0", false],
    ["Memo.Nonsense", "13.0", false],
  ])("%s in %s: %s", (path, version, expected) => {
    expect(supportsField(billAdd, path, version)).toBe(expected);
  });

  test("a whole message can be too new", () => {
    expect(supportsField(billMod, "Memo", "2.1")).toBe(false);
    expect(checkRequest(billMod, { TxnID: "1", EditSequence: "1" }, "2.1")).toMatchObject([
      { code: "needs-version" },
    ]);
  });
});
