import { expect, test } from "vitest";
import { isAmount, isDecimal5, localTime } from "@/lib/quickbooks/qbxml/values";

test.each([
  ["2026-03-01T08:15:00-08:00", "2026-03-01T08:15:00"],
  ["2026-03-01T08:15:00+05:30", "2026-03-01T08:15:00"],
  ["2026-03-01T08:15:00", "2026-03-01T08:15:00"],
  ["2026-03-01", "2026-03-01"],
])("%s is %s on the clock of the QuickBooks computer", (datetime, local) => {
  expect(localTime(datetime)).toBe(local);
});

test("amounts have two decimals or none, prices up to five", () => {
  expect(["0", "12.50", "-12.50", "1234567890123.00"].every(isAmount)).toBe(true);
  expect(["12.5", "1,000.00", "", ".50", "12345678901234", "1e3", 12].some(isAmount)).toBe(false);
  expect(["3.98", "3.98765", "-1"].every(isDecimal5)).toBe(true);
  expect(["3.987654", "12345678901", "5%"].some(isDecimal5)).toBe(false);
});
