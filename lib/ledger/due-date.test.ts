import { expect, test } from "vitest";
import { dueDate } from "./due-date";

const standard = (dueDays: number | null) => ({ dueDays, dayOfMonthDue: null, dueNextMonthDays: null });
const driven = (dayOfMonthDue: number, dueNextMonthDays: number | null = null) => ({
  ...{ dueDays: null, dayOfMonthDue, dueNextMonthDays },
});

test.each([
  ["thirty days on", "2026-11-02", standard(30), "2026-12-02"],
  ["the same day when it is due on receipt", "2026-11-02", standard(0), "2026-11-02"],
  ["none when the terms say none", "2026-11-02", standard(null), null],
  ["none while the date is being typed", "2026-11", standard(30), null],
  ["the day of this month", "2026-11-02", driven(15), "2026-11-15"],
  ["the day of the next month once it is past", "2026-11-16", driven(15), "2026-12-15"],
  ["a month later when the bill comes too near it", "2026-11-12", driven(15, 5), "2026-12-15"],
  ["this month when it comes just in time", "2026-11-10", driven(15, 5), "2026-11-15"],
  ["the last day of a shorter month", "2026-02-10", driven(31), "2026-02-28"],
  ["across the year's end", "2026-12-28", driven(31, 10), "2027-01-31"],
])("%s", (_what, billDate, terms, expected) => {
  expect(dueDate(billDate, terms)).toBe(expected);
});
