import type { BillContent } from "@/lib/bills/bill-content";
import type { DocumentView } from "@/lib/bills/bill-documents";
import type { VendorCoding } from "@/lib/bills/vendor-coding";
import { calculate } from "@/lib/core/calculate";
import {
  addAmounts,
  compareAmounts,
  extend,
  isAmount,
  isFiveDecimals,
  subtractAmounts,
  toAmount,
  toFiveDecimals,
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
  /** It stands there because the vendor's last bill had it, and nobody has touched it yet. */
  isProposed?: boolean;
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

/** The amount that was typed, or that a sum ("=12*3.5") comes to, with two decimals; null where it is none (yet). */
export function amountOf(text: string): string | null {
  if (isAmount(plain(text))) return toAmount(plain(text));
  const sum = calculate(text);
  const amount = sum && toAmount(sum);
  return amount !== null && isAmount(amount) ? amount : null;
}

/** As amountOf, for a quantity or a cost, which have up to five decimals and stay as they were typed. */
export function numberOf(text: string): string | null {
  if (isFiveDecimals(plain(text))) return plain(text);
  const sum = calculate(text);
  const number = sum && toFiveDecimals(sum);
  return number !== null && isFiveDecimals(number) ? number : null;
}

export const linesTotal = (lines: readonly FormLine[]): string =>
  addAmounts(lines.map((line) => amountOf(line.amount) ?? "0"));

/** What the lines leave of the bill's amount; null while no amount is entered. */
export function remainingOf(bill: FormBill): string | null {
  const amount = amountOf(bill.amount);
  return amount === null ? null : subtractAmounts(amount, linesTotal(bill.lines));
}

/** Quantity × cost, where both are numbers; the amount as it stands otherwise. */
export function withExtension(line: FormLine): FormLine {
  const quantity = numberOf(line.quantity);
  const cost = numberOf(line.cost);
  return quantity !== null && cost !== null ? { ...line, amount: extend(quantity, cost) } : line;
}

/** Choosing what a line is for brings along what is known of it, and what is left of the bill. */
export function withRemaining(bill: FormBill, line: FormLine): FormLine {
  const remaining = remainingOf(bill);
  const isOpen = line.amount.trim() === "" && remaining !== null && compareAmounts(remaining, "0") > 0;
  return isOpen ? { ...line, amount: remaining } : line;
}

/** Nothing was entered in it: never touched, or proposed and left without an amount. */
export const isBlank = (line: FormLine): boolean =>
  line.id === null && (line.isProposed ? line.amount.trim() === "" : isEmpty(line));

const isEmpty = (line: FormLine): boolean =>
  !(line.account || line.item || line.class || line.customer || line.billable) &&
  [line.description, line.quantity, line.cost, line.amount].every((text) => text.trim() === "");

/** The lines that are sent: one that was added and never filled in is none. */
export const sentLines = (bill: FormBill): FormLine[] => bill.lines.filter((line) => !isBlank(line));

/** Whether nobody has entered a line yet, so that lines may be proposed. */
export const hasNoLines = (bill: FormBill): boolean =>
  bill.lines.every((line) => line.id === null && (line.isProposed || isEmpty(line)));

/** A bill whose lines are coded as the vendor's last one. A single line takes the bill's whole amount. */
export function withCoding(bill: FormBill, coding: VendorCoding): FormBill {
  const [first] = bill.lines;
  const lines = coding.lines.map((coded, place) => ({
    ...newLine(coded.kind),
    ...coded,
    // The cursor may stand in the first line already.
    ...(place === 0 && first?.kind === coded.kind ? { key: first.key } : {}),
    ...(coding.lines.length === 1 ? { amount: amountOf(bill.amount) ?? "" } : {}),
    isProposed: true,
  }));
  return { ...bill, lines };
}

/** A line that was proposed alone follows the bill's amount while nobody touches it. */
export function withFollowing(bill: FormBill): FormBill {
  const [line, ...others] = bill.lines;
  return line?.isProposed && others.length === 0
    ? { ...bill, lines: [{ ...line, amount: amountOf(bill.amount) ?? "" }] }
    : bill;
}

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
    amount: bill.amount.trim() === "" ? linesTotal(lines) : (amountOf(bill.amount) ?? plain(bill.amount)),
    lines: lines.map((line) => ({
      ...{ id: line.id, kind: line.kind, description: line.description, billable: line.billable },
      accountId: line.account?.id ?? null,
      itemId: line.item?.id ?? null,
      quantity: numberOf(line.quantity) ?? plain(line.quantity),
      cost: numberOf(line.cost) ?? plain(line.cost),
      amount: line.amount.trim() === "" ? "0" : (amountOf(line.amount) ?? plain(line.amount)),
      classId: line.class?.id ?? null,
      customerId: line.customer?.id ?? null,
    })),
  };
}
