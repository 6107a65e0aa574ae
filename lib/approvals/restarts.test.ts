import { describe, expect, test } from "vitest";
import { HEADER_FIELDS, LINE_FIELDS } from "@/lib/bills/bill-diff";
import { type Restarting, restartsApproval } from "./restarts";

/** What decides about a change of each field; always: it starts approval again whatever the settings say. */
const KINDS: Record<string, keyof Restarting | "always"> = {
  Vendor: "always",
  "Invoice number": "always",
  Date: "dates",
  "Due date": "dates",
  Terms: "dates",
  "A/P account": "coding",
  Memo: "memo",
  Amount: "always",
  "Exchange rate": "always",
  Documents: "documents",
  "Line 12": "always",
  "Line removed": "always",
  "Order of the lines": "coding",
  "Line 12, account": "coding",
  "Line 12, item": "coding",
  "Line 12, description": "memo",
  "Line 12, quantity": "always",
  "Line 12, cost": "always",
  "Line 12, amount": "always",
  "Line 12, class": "coding",
  "Line 12, customer:job": "coding",
  "Line 12, billable": "coding",
  "Something new": "always",
};
const SETTINGS: (keyof Restarting)[] = ["dates", "coding", "documents", "memo"];
const settings = (of: (name: keyof Restarting) => boolean): Restarting => ({
  ...{ dates: of("dates"), coding: of("coding"), documents: of("documents"), memo: of("memo") },
});

test("every field that a change can name is in the table", () => {
  const fields = [
    ...HEADER_FIELDS.map(([, label]) => label),
    ...LINE_FIELDS.map(([, label]) => `Line 12, ${label}`),
  ];
  expect(fields.filter((field) => !(field in KINDS))).toEqual([]);
});

describe.each(Object.entries(KINDS))("a change of %s", (field, kind) => {
  test.each(SETTINGS)(`(${kind}) where nothing but %s starts approval again`, (on) => {
    const changes = [{ field }];
    expect(
      restartsApproval(
        changes,
        settings((name) => name === on),
      ),
    ).toBe(kind === "always" || kind === on);
    expect(
      restartsApproval(
        changes,
        settings((name) => name !== on),
      ),
    ).toBe(kind !== on);
  });
});

test("of several changes one that starts approval again is enough; no change starts nothing", () => {
  const memoOnly = settings((name) => name === "memo");
  expect(restartsApproval([{ field: "Date" }, { field: "Memo" }], memoOnly)).toBe(true);
  expect(restartsApproval([{ field: "Date" }, { field: "Terms" }], memoOnly)).toBe(false);
  expect(
    restartsApproval(
      [],
      settings(() => true),
    ),
  ).toBe(false);
});
