import type { QuickBooksBill } from "@/db/schema";
import type { FieldChange } from "@/lib/audit/events";
import { sameAmount } from "@/lib/core/money";
import { diffBills, HEADER_FIELDS, identity } from "./bill-diff";
import { type ComparedField, compareHeaders } from "./compare-bills";

/** What differs between two states of a bill in QuickBooks, lines matched by TxnLineID. */
export const diffQuickBooksBills = (before: QuickBooksBill, after: QuickBooksBill): FieldChange[] =>
  diffBills(before, after, (line) => line.txnLineId);

/** The whole bill side by side: every field of the header that either has, then the lines that differ. */
export function compareQuickBooksBills(approved: QuickBooksBill, now: QuickBooksBill): ComparedField[] {
  const header = compareHeaders(approved, now);
  const fields = new Set(HEADER_FIELDS.map(([, field]) => field));
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
