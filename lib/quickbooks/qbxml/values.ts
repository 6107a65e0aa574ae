/**
 * The value types of qbXML. One row a type: what a request may hold, whether a Mod can empty it, and how
 * a reply is read. Amounts, dates and identifiers stay text from end to end, so that nothing is rounded,
 * shifted to another zone or stripped of a leading zero.
 */
export type ScalarKind =
  | "str"
  | "id"
  | "bool"
  | "date"
  | "datetime"
  | "amt"
  | "price"
  | "quan"
  | "percent"
  | "int"
  | "float"
  | "guid"
  | "enum";

/** How a text of a reply is read; wider than what we send. */
interface Reading {
  readonly fits: (text: string) => boolean;
  /** Ends the sentence "a TxnDate that is no …". */
  readonly form: string;
  /** What says the same as an empty element. */
  readonly none?: string;
}

interface ValueType {
  readonly fits: (value: unknown) => boolean;
  /** Ends the sentence "It must be …". */
  readonly form: string;
  /** The schema forbids an empty element for int, guid and enum. */
  readonly clearable: boolean;
  /** Absent where any text will do. */
  readonly reads?: Reading;
}

const text = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value);

const number = (pattern: RegExp): Reading => ({
  fits: text(pattern),
  form: "number, or a longer one than can be kept",
});

/** Numbers of a reply that a column of so many digits keeps, however many decimals QuickBooks prints. */
const kept = (digits: number, decimals: number): Reading =>
  number(
    new RegExp(
      `^[+-]?(?:\\d{1,${digits - 1}}(?:\\.\\d{0,20})?|\\d{${digits}}(?:\\.\\d{0,${decimals}})?|\\.\\d{1,20})$`,
    ),
  );
const AMOUNT = kept(13, 2);
const FIVE_DECIMALS = kept(10, 5);

const DECIMAL_5 = /^[+-]?\d{1,10}(?:\.\d{1,5})?$/;

export const VALUES: Readonly<Record<ScalarKind, ValueType>> = {
  str: { fits: (v) => typeof v === "string", form: "text", clearable: true },
  id: { fits: text(/^\S+$/), form: "an ID as QuickBooks gave it", clearable: true },
  bool: { fits: (v) => typeof v === "boolean", form: "true or false", clearable: true },
  date: {
    fits: isDate,
    form: "a date such as 2026-03-31, from 1970 to 2038",
    clearable: true,
    // The text that is none has been seen where QuickBooks has no date.
    reads: { fits: isCalendarDay, form: "day of the calendar", none: "0000-00-00" },
  },
  datetime: { fits: isDateTime, form: "a date and time such as 2026-03-31T14:05:00", clearable: true },
  amt: {
    fits: text(/^[+-]?\d{1,13}(?:\.\d\d)?$/),
    form: "an amount with two decimals, such as 1250.00",
    clearable: true,
    reads: AMOUNT,
  },
  price: {
    fits: text(DECIMAL_5),
    form: "a number with at most five decimals",
    clearable: true,
    reads: FIVE_DECIMALS,
  },
  quan: {
    fits: text(DECIMAL_5),
    form: "a number with at most five decimals",
    clearable: true,
    reads: FIVE_DECIMALS,
  },
  percent: {
    fits: text(DECIMAL_5),
    form: "a number with at most five decimals, without %",
    clearable: true,
    reads: FIVE_DECIMALS,
  },
  int: { fits: Number.isSafeInteger, form: "a whole number", clearable: false },
  float: {
    fits: text(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/),
    form: "a decimal number",
    clearable: true,
    reads: number(/^[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:e[+-]?\d{1,2})?$/i),
  },
  guid: {
    fits: text(/^(?:0|\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\})$/i),
    form: "0 or a GUID in braces",
    clearable: false,
  },
  enum: {
    fits: (v) => typeof v === "string",
    form: "one of the values that QuickBooks knows",
    clearable: false,
  },
};

/** A day of any year that a column of dates keeps. */
function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || value < "0001") return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Date.parse takes 31 February in some engines: printing it back finds that out.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

/** QuickBooks' own range of dates. */
function isDate(value: unknown): boolean {
  return typeof value === "string" && isCalendarDay(value) && value >= "1970-01-01" && value <= "2038-01-19";
}

function isDateTime(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const [, date, offset] =
    /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d([+-]\d\d:\d\d)?)?$/.exec(value) ?? [];
  return isDate(date) && (offset === undefined || offset.slice(1) <= "14:00");
}

/** Does this text have the form of an AMTTYPE: no decimals or exactly two? */
export const isAmount = VALUES.amt.fits as (value: unknown) => value is string;

/** Does this text have the form of a PRICETYPE, QUANTYPE or PERCENTTYPE: at most five decimals? */
export const isDecimal5 = VALUES.price.fits as (value: unknown) => value is string;

/** The day of a QuickBooks datetime, as its own clock shows it; undefined where it begins with none. */
export function dayOf(datetime: string | undefined): string | undefined {
  const day = datetime?.slice(0, 10);
  return day && isCalendarDay(day) ? day : undefined;
}

/**
 * The local wall-clock text of a QuickBooks datetime, its offset cut off. This is the only form fit for a
 * changed-since cursor: QuickBooks prints the standard-time offset beside summer clock time, so the offset
 * is an hour wrong for half the year, and a filter without offset is read as local time.
 */
export function localTime(datetime: string): string {
  return datetime.replace(/(?:Z|[+-]\d{1,2}:\d{2})$/, "");
}
