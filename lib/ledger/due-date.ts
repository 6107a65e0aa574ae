import { addDays, isDay } from "@/lib/core/dates";

/** How QuickBooks' terms find a due date. Standard terms have `dueDays`, date-driven ones a day of the month. */
export interface DueRule {
  dueDays: number | null;
  dayOfMonthDue: number | null;
  /** A bill dated fewer days than this before that day is due a month later. */
  dueNextMonthDays: number | null;
}

/** The day of that month, or the month's last where it is shorter. Months count from 0 and may run over. */
function dayIn(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The due date of a bill of this date under these terms, as QuickBooks works it out; null where they say none. */
export function dueDate(billDate: string, terms: DueRule): string | null {
  if (!isDay(billDate)) return null;
  if (terms.dayOfMonthDue === null) {
    return terms.dueDays === null ? null : addDays(billDate, terms.dueDays);
  }
  const year = Number(billDate.slice(0, 4));
  const month = Number(billDate.slice(5, 7)) - 1;
  const thisMonth = dayIn(year, month, terms.dayOfMonthDue);
  const due = thisMonth >= billDate ? thisMonth : dayIn(year, month + 1, terms.dayOfMonthDue);
  if (daysBetween(billDate, due) >= (terms.dueNextMonthDays ?? 0)) return due;
  return dayIn(Number(due.slice(0, 4)), Number(due.slice(5, 7)), terms.dayOfMonthDue);
}
