import { expect, test } from "vitest";
import { fieldText } from "./field-text";

test.each([
  ["Amount", "2597.00", "$2,597.00"],
  ["Amount", "-1234567.50", "-$1,234,567.50"],
  ["Line 2, amount", "150.00", "$150.00"],
  ["Due date", "2026-11-18", "Nov 18, 2026"],
  ["Vendor", "Cascade Lumber", "Cascade Lumber"],
  ["Line 3", "Job materials · Anchors · 1150.00", "Job materials · Anchors · $1,150.00"],
  ["Line removed", "Job materials · 150.00", "Job materials · $150.00"],
  ["Line removed", "Job materials · 2 x 4.50 lumber", "Job materials · 2 x 4.50 lumber"],
  ["Line 1, quantity", "3.25", "3.25"],
  ["Line 1, description", "100.00", "100.00"],
  ["Invoice number", "2026-11-18", "2026-11-18"],
  ["Exchange rate", "1.25", "1.25"],
  ["Memo", "", ""],
])("%s %j is shown as %j", (field, text, shown) => {
  expect(fieldText(field, text)).toBe(shown);
});
