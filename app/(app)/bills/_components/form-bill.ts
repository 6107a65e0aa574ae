import type { BillContent } from "@/lib/bills/bill-content";
import type { DocumentView } from "@/lib/bills/bill-documents";
import {
  addAmounts,
  compareAmounts,
  extend,
  isAmount,
  isFiveDecimals,
  subtractAmounts,
  toAmount,
} from "@/lib/core/money";
import type { PickOption } from "@/lib/ledger/ledger-views";

/** A line as it is typed: texts stay as they were entered, no number is made of them. */
export interface FormLine {
  /** For React and for focus; a line that is saved keeps its id beside it. */
  key: string;
  id: string | null;
  kind: "expense" | "item";
  account: PickOption | null;
  item: PickOption | null;
  description: string;
  quantity: string;
  cost: string;
  amount: string;
  class: PickOption | null;
  customer: PickOption | null;
  billable: boolean;
}

export interface FormBill {
  vendor: PickOption | null;
  invoiceNumber: string;
  billDate: string;
  termsId: string;
  dueDate: string;
  amount: string;
  exchangeRate: string;
  memo: string;
  apAccount: PickOption | null;
  lines: FormLine[];
  /** In order; they are put on the bill, and taken off, when it is saved. */
  documents: DocumentView[];
}

export function newLine(kind: FormLine["kind"]): FormLine {
  return {
    // Lines come from the server and are added in the browser: a counter each would meet.
    ...{
      key: `line-${Math.random().toString(36).slice(2)}`,
      id: null,
      kind,
      account: null,
      item: null,
      description: "",
    },
    ...{ quantity: "", cost: "", amount: "", class: null, customer: null, billable: false },
  };
}

export const emptyBill = (): FormBill => ({
  ...{ vendor: null, invoiceNumber: "", billDate: "", termsId: "", dueDate: "", amount: "", memo: "" },
  ...{ exchangeRate: "", apAccount: null, lines: [newLine("expense")], documents: [] },
});

const picked = (record: { id: string; name: string } | null): PickOption | null =>
  record && { ...record, hint: null };

/** A saved bill as the form shows it. */
export function formBillOf(content: BillContent, documents: DocumentView[]): FormBill {
  return {
    vendor: content.vendor && { ...content.vendor, hint: null, currency: content.currency ?? null },
    invoiceNumber: content.invoiceNumber,
    billDate: content.billDate ?? "",
    termsId: content.terms?.id ?? "",
    dueDate: content.dueDate ?? "",
    amount: content.amount,
    exchangeRate: content.exchangeRate ?? "",
    memo: content.memo,
    apAccount: picked(content.apAccount),
    documents,
    lines: content.lines.map((line) => ({
      ...newLine(line.kind),
      ...{ id: line.id, description: line.description, amount: line.amount, billable: line.billable },
      ...{ account: picked(line.account), item: picked(line.item) },
      ...{ class: picked(line.class), customer: picked(line.customer) },
      quantity: line.quantity ?? "",
      cost: line.cost ?? "",
    })),
  };
}

const plain = (text: string): string => text.trim().replaceAll(",", "").replace(/^\$/, "");

/** The amount that was typed, with two decimals; null where it is none (yet). */
export const amountOf = (text: string): string | null =>
  isAmount(plain(text)) ? toAmount(plain(text)) : null;

export const linesTotal = (lines: readonly FormLine[]): string =>
  addAmounts(lines.map((line) => amountOf(line.amount) ?? "0"));

/** What the lines leave of the bill's amount; null while no amount is entered. */
export function remainingOf(bill: FormBill): string | null {
  const amount = amountOf(bill.amount);
  return amount === null ? null : subtractAmounts(amount, linesTotal(bill.lines));
}

/** Quantity × cost, where both are numbers; the amount as it stands otherwise. */
export function withExtension(line: FormLine): FormLine {
  const quantity = plain(line.quantity);
  const cost = plain(line.cost);
  return isFiveDecimals(quantity) && isFiveDecimals(cost)
    ? { ...line, amount: extend(quantity, cost) }
    : line;
}

/** Choosing what a line is for brings along what is known of it, and what is left of the bill. */
export function withRemaining(bill: FormBill, line: FormLine): FormLine {
  const remaining = remainingOf(bill);
  const isOpen = line.amount.trim() === "" && remaining !== null && compareAmounts(remaining, "0") > 0;
  return isOpen ? { ...line, amount: remaining } : line;
}

export const isBlank = (line: FormLine): boolean =>
  line.id === null &&
  !(line.account || line.item || line.class || line.customer || line.billable) &&
  [line.description, line.quantity, line.cost, line.amount].every((text) => text.trim() === "");

/** The lines that are sent: one that was added and never filled in is none. */
export const sentLines = (bill: FormBill): FormLine[] => bill.lines.filter((line) => !isBlank(line));

/** The form as the command takes it. A bill without an amount of its own has that of its lines. */
export function inputOf(
  bill: FormBill,
  saved: { billId: string | null; version: number | null; connectionId: string },
) {
  const lines = sentLines(bill);
  return {
    ...saved,
    documentIds: bill.documents.map(({ id }) => id),
    vendorId: bill.vendor?.id ?? null,
    invoiceNumber: bill.invoiceNumber,
    billDate: bill.billDate,
    dueDate: bill.dueDate,
    termsId: bill.termsId,
    apAccountId: bill.apAccount?.id ?? null,
    exchangeRate: bill.vendor?.currency ? plain(bill.exchangeRate) : null,
    memo: bill.memo,
    amount: bill.amount.trim() === "" ? linesTotal(lines) : plain(bill.amount),
    lines: lines.map((line) => ({
      ...{ id: line.id, kind: line.kind, description: line.description, billable: line.billable },
      accountId: line.account?.id ?? null,
      itemId: line.item?.id ?? null,
      quantity: plain(line.quantity),
      cost: plain(line.cost),
      amount: line.amount.trim() === "" ? "0" : plain(line.amount),
      classId: line.class?.id ?? null,
      customerId: line.customer?.id ?? null,
    })),
  };
}
