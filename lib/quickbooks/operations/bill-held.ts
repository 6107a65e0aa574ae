import type { QuickBooksBill, QuickBooksBillLine, QuickBooksRef } from "@/db/schema";
import { type BillToSend, inQuickBooksOrder, type LineToSend } from "@/lib/bills/bills-to-send";
import { sameAmount, toFiveDecimals } from "@/lib/core/money";
import { fromQuickBooksText, quickBooksText } from "./texts";

const sameRef = (listId: string | null, ref: QuickBooksRef | undefined): boolean =>
  (listId ?? "") === (ref?.listId ?? "");
const sameText = (text: string, there: string | undefined): boolean =>
  (fromQuickBooksText(quickBooksText(text)) ?? "") === (there ?? "");
/** What is left out here QuickBooks has worked out by itself. */
const sameNumber = (number: string | null, there: string | undefined): boolean =>
  number === null || toFiveDecimals(number) === there;

const holdsLine = (line: LineToSend, there: QuickBooksBillLine | undefined): boolean =>
  there !== undefined &&
  there.txnLineId === line.txnLineId &&
  there.kind === line.kind &&
  sameRef(line.accountListId, there.account) &&
  sameRef(line.itemListId, there.item) &&
  sameRef(line.classListId, there.class) &&
  sameRef(line.customerListId, there.customer) &&
  sameText(line.description, there.description) &&
  sameNumber(line.quantity, there.quantity) &&
  sameNumber(line.cost, there.cost) &&
  sameAmount(line.amount, there.amount ?? "0") &&
  line.billable === (there.billable ?? false);

/**
 * Whether QuickBooks has all of the bill as it stands here, so that there is nothing to send: a bill that
 * was un-approved and approved again unchanged. In doubt it is sent.
 */
export function holdsAll(bill: BillToSend, there: QuickBooksBill): boolean {
  const ordered = inQuickBooksOrder(bill.lines);
  return (
    sameRef(bill.vendorListId, there.vendor) &&
    (bill.apAccountListId === null || sameRef(bill.apAccountListId, there.apAccount)) &&
    (bill.termsListId === null || sameRef(bill.termsListId, there.terms)) &&
    bill.invoiceNumber === (there.invoiceNumber ?? "") &&
    bill.billDate === there.billDate &&
    (bill.dueDate === null || bill.dueDate === there.dueDate) &&
    sameText(bill.memo, there.memo) &&
    sameAmount(bill.amount, there.amount ?? "0") &&
    (bill.exchangeRate === null || Number(bill.exchangeRate) === Number(there.exchangeRate)) &&
    ordered.length === there.lines.length &&
    ordered.every((line, index) => holdsLine(line, there.lines[index]))
  );
}
