import { expect, test } from "vitest";
import { addDays, isDay } from "./dates";

test.each([
  ["2026-11-22", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["1970-01-01", true],
  ["1969-12-31", false],
  ["2038-01-19", true],
  ["2038-01-20", false],
  ["2026-11-22T00:00:00Z", false],
])("%s is a day that qbXML takes: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ["2026-02-27", 2, "2026-03-01"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-03-07", 2, "2026-03-09"],
  ["2026-01-01", -1, "2025-12-31"],
])("%s and %d days is %s", (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});
