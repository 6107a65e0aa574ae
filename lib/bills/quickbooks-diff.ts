import type { QuickBooksBill, QuickBooksBillLine, QuickBooksRef } from "@/db/schema";
import type { FieldChange } from "@/lib/audit/events";
import { sameAmount } from "@/lib/core/money";

type Value = string | boolean | QuickBooksRef | undefined;

const words = (value: Value): string => {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.name : value;
};

/** Records are compared by identity, so that a vendor renamed in QuickBooks changes no bill. */
const identity = (value: Value): string => (typeof value === "object" ? value.listId : words(value));

const HEADER: [Exclude<keyof QuickBooksBill, "lines">, string][] = [
  ["vendor", "Vendor"],
  ["invoiceNumber", "Invoice number"],
  ["billDate", "Date"],
  ["dueDate", "Due date"],
  ["terms", "Terms"],
  ["apAccount", "A/P account"],
  ["memo", "Memo"],
  ["amount", "Amount"],
];

const LINE: [Exclude<keyof QuickBooksBillLine, "txnLineId" | "kind">, string][] = [
  ["account", "account"],
  ["item", "item"],
  ["description", "description"],
  ["quantity", "quantity"],
  ["cost", "cost"],
  ["amount", "amount"],
  ["class", "class"],
  ["customer", "customer:job"],
  ["billable", "billable"],
];

const lineWords = (line: QuickBooksBillLine): string =>
  [words(line.account ?? line.item), line.description, line.amount].filter(Boolean).join(" · ");

/** What differs between two states of a bill in QuickBooks, field by field, lines matched by TxnLineID. */
export function diffQuickBooksBills(before: QuickBooksBill, after: QuickBooksBill): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: string, from: Value, to: Value) => {
    if (identity(from) !== identity(to)) changes.push({ field, from: words(from), to: words(to) });
  };
  for (const [key, label] of HEADER) compare(label, before[key], after[key]);
  const old = new Map(before.lines.map((line) => [line.txnLineId, line]));
  after.lines.forEach((line, index) => {
    const previous = old.get(line.txnLineId);
    old.delete(line.txnLineId);
    if (!previous) changes.push({ field: `Line ${index + 1}`, from: "", to: lineWords(line) });
    else for (const [key, label] of LINE) compare(`Line ${index + 1}, ${label}`, previous[key], line[key]);
  });
  for (const line of old.values()) changes.push({ field: "Line removed", from: lineWords(line), to: "" });
  return changes;
}

/** One field of a bill as approved and as QuickBooks has it now. */
export interface ComparedField extends FieldChange {
  differs: boolean;
}

/** The whole bill side by side: every field of the header that either has, then the lines that differ. */
export function compareQuickBooksBills(approved: QuickBooksBill, now: QuickBooksBill): ComparedField[] {
  const header = HEADER.map(([key, field]) => ({
    field,
    from: words(approved[key]),
    to: words(now[key]),
    differs: identity(approved[key]) !== identity(now[key]),
  })).filter(({ from, to }) => from !== "" || to !== "");
  const fields = new Set(HEADER.map(([, field]) => field));
  const lines = diffQuickBooksBills(approved, now).filter(({ field }) => !fields.has(field));
  return [...header, ...lines.map((line) => ({ ...line, differs: true }))];
}

const sameText = (a: string | undefined, b: string | undefined): boolean => (a ?? "") === (b ?? "");
const sameMoney = (a: string | undefined, b: string | undefined): boolean => sameAmount(a ?? "0", b ?? "0");

/**
 * Whether what QuickBooks has is what we meant to write: the fields that make the books, not those that
 * QuickBooks fills in by itself (a due date from the terms, a description from the item).
 */
export function isAsIntended(intended: QuickBooksBill, found: QuickBooksBill): boolean {
  return (
    identity(intended.vendor) === identity(found.vendor) &&
    sameText(intended.invoiceNumber, found.invoiceNumber) &&
    sameText(intended.billDate, found.billDate) &&
    sameText(intended.memo, found.memo) &&
    sameMoney(intended.amount, found.amount) &&
    intended.lines.length === found.lines.length &&
    intended.lines.every((line, index) => {
      const other = found.lines[index];
      return (
        other !== undefined &&
        line.kind === other.kind &&
        identity(line.account ?? line.item) === identity(other.account ?? other.item) &&
        identity(line.class) === identity(other.class) &&
        identity(line.customer) === identity(other.customer) &&
        sameMoney(line.amount, other.amount)
      );
    })
  );
}
