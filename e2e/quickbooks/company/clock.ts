import type { Stamped } from "./state";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  formatters.set(timeZone, known);
  return known;
}

/** The clock of a PC in that zone, as YYYY-MM-DDTHH:MM:SS. */
function wallClock(at: Date, timeZone: string): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(at)) parts[type] = value;
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

function offsetMinutes(at: Date, timeZone: string): number {
  const whole = Math.floor(at.getTime() / 1000) * 1000;
  return (Date.parse(`${wallClock(at, timeZone)}Z`) - whole) / 60_000;
}

/** The zone's standard-time offset in minutes: QuickBooks prints it in summer too. */
function standardOffset(timeZone: string, year: number): number {
  const january = offsetMinutes(new Date(Date.UTC(year, 0, 1)), timeZone);
  return Math.min(january, offsetMinutes(new Date(Date.UTC(year, 6, 1)), timeZone));
}

function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}

/** A moment as QuickBooks writes it: local clock time with the standard-time offset, also in summer. */
export function quickBooksTime(at: Date, timeZone: string): string {
  return wallClock(at, timeZone) + offsetText(standardOffset(timeZone, at.getUTCFullYear()));
}

/** The date on the PC's calendar, YYYY-MM-DD. */
export function quickBooksDate(at: Date, timeZone: string): string {
  return wallClock(at, timeZone).slice(0, 10);
}

/**
 * A number that orders times as QuickBooks' filters do. Without an offset the text is the PC's clock; with
 * one, QuickBooks expects the same standard offset that it prints. A date alone is its first or last second.
 */
export function comparableTime(text: string, timeZone: string, edge: "from" | "to"): number {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)([+-]\d\d:\d\d)?)?$/.exec(text);
  const [, date = "", time = edge === "from" ? "00:00:00" : "23:59:59", offset] = match ?? [];
  return Date.parse(
    `${date}T${time}${offset ?? offsetText(standardOffset(timeZone, Number(date.slice(0, 4))))}`,
  );
}

/** The stamp of a record made now. */
export function newStamp(at: Date, timeZone: string): Stamped {
  const time = quickBooksTime(at, timeZone);
  return { timeCreated: time, timeModified: time, editSequence: Math.floor(at.getTime() / 1000) };
}

/** Marks a record as changed now: its EditSequence rises even when the second has not. */
export function touch(record: Stamped, at: Date, timeZone: string): void {
  record.timeModified = quickBooksTime(at, timeZone);
  record.editSequence = Math.max(Math.floor(at.getTime() / 1000), record.editSequence + 1);
}

/** Adds days to a YYYY-MM-DD date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
