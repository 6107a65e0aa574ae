import { describe, expect, test } from "vitest";
import { TROUBLE_CODES } from "@/lib/quickbooks/connections/trouble-codes";
import { HRESULT_ROWS, SITUATION_ROWS, STATUS_ROWS, TROUBLE_ROWS } from "./code-tables";
import { explainError } from "./explain-error";
import { SITUATIONS } from "./situations";

const anchors = [...SITUATION_ROWS, ...STATUS_ROWS, ...HRESULT_ROWS, ...TROUBLE_ROWS].map(
  ({ anchor }) => anchor,
);

/** What a company meets sooner or later; each is told apart, with what Countersign does and what to do. */
const CASES = [
  ...["conflict", "changed-in-quickbooks", "partly-paid", "paid", "voided", "deleted", "backup"],
  ...["other-company-file", "user-mode", "modal-dialog", "no-permission", "closing-date"],
  ...["closing-date-password", "upgraded-file", "name-taken", "name-inactive", "name-of-another-list"],
  ...["merged-vendor", "inactive-entry", "characters", "letter-case"],
];

test.each(CASES)("%s has its own words: what it means, what Countersign does, what to do", (id) => {
  const found = SITUATIONS.filter((situation) => situation.id === id);
  expect(found).toHaveLength(1);
  for (const words of [found[0]?.meaning, found[0]?.handled, found[0]?.fix]) {
    expect(words).toMatch(/^[A-Z“].*\.$/s);
  }
});

test("no two rows of the help have one anchor", () => {
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
});

describe("what an error is told to be", () => {
  test.each<[string, string, string]>([
    ["3100", 'The name "Acme" of the list element is already in use.', "name-taken"],
    ["3100", "The name is already in use by a customer.", "name-of-another-list"],
    ["3100", "The name is already in use by an inactive vendor.", "name-inactive"],
    ["3140", "The account is inactive.", "inactive-entry"],
    ["3140", 'There is an invalid reference to QuickBooks Account "Lumber".', "wrong-account"],
    ["3171", "The date is on or before the closing date.", "closing-date"],
    ["3171", "Enter the closing date password.", "closing-date-password"],
    ["3175", "The object is in use.", "in-use"],
    ["3180", "This list has been modified by another user.", "in-use"],
    ["3180", "The account number is already used.", "account-number-taken"],
    ["3200", "The provided edit sequence is out-of-date.", "conflict"],
    ["3210", "You cannot pay more than the amount due.", "overpaid"],
    ["3120", "Object cannot be found.", "deleted"],
    ["3162", "Not allowed in multi-user mode.", "user-mode"],
    ["3263", "Read only.", "read-only"],
    ["0x80040414", "A modal dialog box is showing.", "modal-dialog"],
    ["0x80040420", "The user denied access.", "no-permission"],
    ["0x8004040a", "Another company file is open.", "other-company-file"],
    ["foreign-company-file", "Another file.", "other-company-file"],
    ["restored-backup", "Two bills are gone.", "backup"],
  ])("%s, %s: %s", (code, message, id) => {
    const { situation, meaning, fix } = explainError(code, message);
    expect(situation?.href).toBe(`/help/sync-errors#${id}`);
    expect(meaning).not.toBe("");
    expect(fix).not.toBe("");
  });

  test.each([
    ["3100", "#code-3100"],
    ["9150", "#code-9100"],
    ["0x80040400", "#0x80040400"],
    ["-2147220480", "#0x80040400"],
    ["second-computer", "#second-computer"],
  ])("%s leads to %s", (code, anchor) => {
    const { codeHref } = explainError(code, "");
    expect(codeHref).toBe(`/help/sync-errors${anchor}`);
    expect(anchors).toContain(anchor.slice(1));
  });

  test("every trouble of a connection has its row", () => {
    for (const code of TROUBLE_CODES) expect(anchors).toContain(code);
  });

  test("an unknown code is shown as QuickBooks said it, and leads to the help's beginning", () => {
    expect(explainError("3999", "The widget is locked.")).toMatchObject({
      meaning: "QuickBooks says: The widget is locked.",
      codeHref: "/help/sync-errors",
      situation: null,
    });
    expect(explainError("0x80041234", "Something new").meaning).toBe("QuickBooks says: Something new");
  });
});
