import type { QuickBooksBill } from "@/db/schema";
import type { FieldChange } from "@/lib/audit/events";
import { diffBills, HEADER_FIELDS } from "./bill-diff";
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
