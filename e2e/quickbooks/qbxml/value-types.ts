/** What a value's form is checked against. `code` is QuickBooks' status code for that kind of mistake. */
export interface ValueFault {
  code: number;
  why: string;
}

const AMOUNT = /^[+-]?\d{1,13}(\.\d\d)?$/;
const DECIMAL = /^[+-]?\d{1,10}(\.\d{1,5})?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATETIME = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([+-]\d\d:\d\d)?)?$/;
const GUID = /^(0|\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\})$/;

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match || text < "1970-01-01" || text > "2038-01-19") return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Length as QuickBooks counts it: after line ends have become CR LF. */
export function quickBooksLength(text: string): number {
  return [...text.replace(/\r\n|\r|\n/g, "\r\n")].length;
}

/** "str(41)" is { base: "str", argument: "41" }. */
export interface ValueType {
  base: string;
  argument: string;
}

type Check = (text: string, argument: string) => ValueFault | undefined;

const pattern =
  (expression: RegExp, code: number, why: string): Check =>
  (text) =>
    expression.test(text) ? undefined : { code, why };

const CHECKS: Record<string, Check> = {
  str: (text, limit) =>
    limit !== "" && quickBooksLength(text) > Number(limit)
      ? { code: 3070, why: `is ${quickBooksLength(text)} characters, of ${limit} allowed` }
      : undefined,
  id: (text) => (text.length > 36 ? { code: 3000, why: "is not an ID" } : undefined),
  bool: pattern(/^(true|false)$/, 3010, "is neither true nor false"),
  date: (text) => (isDate(text) ? undefined : { code: 3020, why: "is not a date" }),
  datetime: (text) => {
    const match = DATETIME.exec(text);
    return match?.[1] && isDate(match[1]) ? undefined : { code: 3020, why: "is not a date and time" };
  },
  amt: pattern(AMOUNT, 3040, "is not an amount with two decimals or none"),
  price: pattern(DECIMAL, 3045, "is not a price"),
  percent: pattern(DECIMAL, 3050, "is not a percentage"),
  quan: pattern(DECIMAL, 3060, "is not a quantity"),
  float: pattern(/^[+-]?\d+(\.\d+)?$/, 3085, "is not a number"),
  int: pattern(/^[+-]?\d{1,9}$/, 3085, "is not a whole number"),
  count: pattern(/^[1-9]\d{0,8}$/, 3085, "is not a whole number of at least 1"),
  guid: pattern(GUID, 3065, "is not a GUID in braces"),
  enum: (text, values) =>
    values.split("|").includes(text) ? undefined : { code: 3110, why: "is not one of the known values" },
};

/** Whether the grammar may name this kind of value. */
export function isValueType(base: string): boolean {
  return base in CHECKS;
}

/**
 * Checks one value. An empty value of a typed element is accepted only where a Mod clears with it;
 * empty text is always text.
 */
export function checkValue(type: ValueType, text: string, clearable: boolean): ValueFault | undefined {
  if (text === "" && (clearable || type.base === "str" || type.base === "id")) return undefined;
  return CHECKS[type.base]?.(text, type.argument);
}
