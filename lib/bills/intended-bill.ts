import type { QuickBooksBill, QuickBooksBillLine } from "@/db/schema";
import { toFiveDecimals } from "@/lib/core/money";
import { toQuickBooksText } from "@/lib/core/quickbooks-text";
import { type AnyBill, type AnyLine, HEADER_FIELDS, identity, LINE_FIELDS } from "./bill-diff";
import { type BillToSend, inQuickBooksOrder, type LineToSend } from "./bills-to-send";
import { extended, isWorkedOut } from "./line-amount";
import { diffQuickBooksBills } from "./quickbooks-diff";

/** Null is none, and written so; what is left out is QuickBooks' own to fill in. */
type Meant<T> = { [Key in keyof T]?: T[Key] | null };

export interface IntendedLine
  extends Pick<QuickBooksBillLine, "kind">,
    Meant<Omit<QuickBooksBillLine, "kind" | "txnLineId">> {
  /** Empty for a line that QuickBooks does not have yet, or has no more. */
  txnLineId: string;
}

/** A bill as we mean QuickBooks to have it: what is written, and what its answer is held against. */
export interface IntendedBill extends Meant<Omit<QuickBooksBill, "lines">> {
  /** As they stand in QuickBooks: expense lines, then item lines. */
  lines: IntendedLine[];
}

/** In the characters that QuickBooks stores, with its line ends read back. */
const text = (value: string): string | null => toQuickBooksText(value).text.replaceAll("\r\n", "\n") || null;
const number = (value: string | null): string | undefined =>
  value === null ? undefined : toFiveDecimals(value);

function intendedLine(line: LineToSend, current: QuickBooksBill | null | undefined): IntendedLine {
  const { kind, account, item, amount, customer, billable } = line;
  const isThere = current?.lines.some(({ txnLineId }) => txnLineId === line.txnLineId) ?? true;
  const txnLineId = (isThere && line.txnLineId) || "";
  // An item brings its own description to a new line that has none.
  const isFilledIn = txnLineId === "" && kind === "item";
  return {
    ...{ txnLineId, kind, account, item, amount, class: line.class, customer },
    description: text(line.description) ?? (isFilledIn ? undefined : null),
    // What is left out here QuickBooks works out by itself.
    quantity: number(line.quantity),
    cost: isWorkedOut(line) && extended(line) !== amount ? undefined : number(line.cost),
    // It means something only with a customer:job.
    billable: customer ? billable : undefined,
  };
}

/** A bill as it stands here, in QuickBooks' terms. */
export function intendedBill(bill: BillToSend): IntendedBill {
  const { vendorListId, vendorName, dueDate, terms, apAccount, exchangeRate } = bill;
  return {
    vendor: vendorListId ? { listId: vendorListId, name: vendorName } : null,
    invoiceNumber: text(bill.invoiceNumber),
    billDate: bill.billDate,
    // From the terms, from the vendor, from the company: what is left empty here QuickBooks fills in.
    dueDate: dueDate ?? undefined,
    terms: terms ?? (bill.hadTerms ? null : undefined),
    apAccount: apAccount ?? undefined,
    memo: text(bill.memo),
    amount: bill.amount,
    exchangeRate: exchangeRate ?? undefined,
    lines: inQuickBooksOrder(bill.lines).map((line) => intendedLine(line, bill.link?.current)),
  };
}

const NUMBERS: ReadonlySet<PropertyKey> = new Set(["amount", "quantity", "cost", "exchangeRate"]);

type Value = Parameters<typeof identity>[0];

/** Numbers by what they count, records by their identity; not saying "billable" is saying no. */
function isSame(key: PropertyKey, meant: Value, found: Value): boolean {
  if (NUMBERS.has(key)) return Number(meant) === Number(found ?? Number.NaN);
  return identity(meant || undefined) === identity(found || undefined);
}

/** Each field as it is meant; as it is found where it says the same or is left to QuickBooks. */
function over<T extends object, Key extends keyof T>(
  meant: Meant<T>,
  found: T,
  fields: readonly (readonly [Key, string])[],
): T {
  const result = { ...found };
  for (const [key] of fields) {
    const value = meant[key];
    if (value === undefined || isSame(key, value as Value, found[key] as Value)) continue;
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}

/** By their TxnLineIDs; those that are new here are, in their order, the ones of their kind that are left. */
function linesOver(meant: IntendedLine[], found: QuickBooksBillLine[]): QuickBooksBillLine[] {
  const left = new Map(found.map((line) => [line.txnLineId, line]));
  const take = (line: QuickBooksBillLine | undefined, kind: string) => {
    if (line?.kind !== kind) return undefined;
    left.delete(line.txnLineId);
    return line;
  };
  const known = meant.map(({ txnLineId, kind }) => take(left.get(txnLineId), kind));
  return meant.map(({ txnLineId, kind, ...line }, index) => {
    const free = [...left.values()].find((one) => one.kind === kind);
    const there = known[index] ?? take(free, kind) ?? { txnLineId: txnLineId || `new ${index}`, kind };
    return over<QuickBooksBillLine, keyof AnyLine>(line, there, LINE_FIELDS);
  });
}

/** What QuickBooks has would be this, were all of it as we mean it: to be shown and compared beside it. */
export function asIntended(intended: IntendedBill, found: QuickBooksBill): QuickBooksBill {
  const { lines, ...header } = intended;
  return {
    ...over<QuickBooksBill, Exclude<keyof AnyBill<AnyLine>, "lines" | "documents">>(
      header,
      found,
      HEADER_FIELDS,
    ),
    lines: linesOver(lines, found.lines),
  };
}

/** Whether QuickBooks has this line as we mean it. */
export const isLineAsIntended = (meant: IntendedLine, found: QuickBooksBillLine): boolean =>
  meant.kind === found.kind &&
  LINE_FIELDS.every(([key]) => {
    const value = meant[key as keyof Omit<IntendedLine, "kind" | "txnLineId">];
    return value === undefined || isSame(key, value, found[key as keyof QuickBooksBillLine]);
  });

/**
 * Whether QuickBooks has all that we write, in every field and with the lines in our order: nothing is
 * left to send then. What it fills in by itself does not count.
 */
export function isAsIntended(intended: IntendedBill, found: QuickBooksBill): boolean {
  const meant = asIntended(intended, found);
  return (
    diffQuickBooksBills(meant, found).length === 0 &&
    meant.lines.every((line, index) => line.txnLineId === found.lines[index]?.txnLineId)
  );
}
