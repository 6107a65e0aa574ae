import type { Fields } from "../qbxml/write-xml";
import { dueDate } from "./bills";
import { quickBooksDate } from "./clock";
import type { Books } from "./context";
import { currencyOf } from "./currencies";
import { fromCents, toCents } from "./money";
import { findByFullName, idOf } from "./references";
import type { ListEntry, ListKind, Txn, TxnLine } from "./state";
import { addTxn } from "./txns";

/** A bill typed into QuickBooks itself. Accounts and vendor by full name. */
export interface TypedBill {
  vendor: string;
  refNumber?: string;
  txnDate?: string;
  memo?: string;
  lines: { account: string; amount: string; memo?: string; customer?: string; class?: string }[];
}

export type PaymentKind = "check" | "creditCard" | "credit";

/** A record by ListID or full name; an Error when there is none, for it is the test that is wrong. */
export function entryOf(books: Books, list: ListKind, idOrName: string): ListEntry {
  const found = books.state.lists[list][idOrName] ?? findByFullName(books.state, list, idOrName);
  if (!found) throw new Error(`No ${list} ${idOrName} in the company file`);
  return found;
}

function usualRate(books: Books, vendor: ListEntry): string | undefined {
  const currency = currencyOf(books.state, vendor);
  const rate = currency && books.state.lists.Currency[currency]?.fields.ExchangeRate;
  return typeof rate === "string" ? rate : undefined;
}

function typedLine(books: Books, line: TypedBill["lines"][number]): TxnLine {
  books.state.counters.line += 1;
  const fields: Fields = {
    AccountRef: { ListID: entryOf(books, "Account", line.account).listId },
    Amount: fromCents(toCents(line.amount)),
  };
  if (line.memo !== undefined) fields.Memo = line.memo;
  if (line.class !== undefined) fields.ClassRef = { ListID: entryOf(books, "Class", line.class).listId };
  if (line.customer !== undefined) {
    fields.CustomerRef = { ListID: entryOf(books, "Customer", line.customer).listId };
    fields.BillableStatus = "NotBillable";
  }
  const second = Math.floor(books.now().getTime() / 1000);
  return { txnLineId: `${books.state.counters.line.toString(16).toUpperCase()}-${second}`, fields };
}

/** A bill or credit as its window saves it. */
export function enterTyped(books: Books, type: "Bill" | "VendorCredit", bill: TypedBill): Txn {
  const txnDate = bill.txnDate ?? quickBooksDate(books.now(), books.state.timeZone);
  const vendor = entryOf(books, "Vendor", bill.vendor);
  const payable = Object.values(books.state.lists.Account).find(
    (account) =>
      account.fields.AccountType === "AccountsPayable" &&
      currencyOf(books.state, account) === currencyOf(books.state, vendor),
  );
  const fields: Fields = { VendorRef: { ListID: vendor.listId }, ExchangeRate: usualRate(books, vendor) };
  if (payable) fields.APAccountRef = { ListID: payable.listId };
  if (bill.refNumber !== undefined) fields.RefNumber = bill.refNumber;
  if (bill.memo !== undefined) fields.Memo = bill.memo;
  if (type === "Bill") {
    if (vendor.fields.TermsRef !== undefined) fields.TermsRef = vendor.fields.TermsRef;
    fields.DueDate = dueDate(books, txnDate, idOf(vendor.fields.TermsRef));
  }
  const expenseLines = bill.lines.map((line) => typedLine(books, line));
  return addTxn(books, { type, txnDate, fields, expenseLines });
}

/** The check, or the charge to a card, that the Pay Bills window makes for a bill; it settles nothing yet. */
export function paymentFor(books: Books, bill: Txn, kind: "check" | "creditCard"): Txn {
  const check = kind === "check";
  const accountType = check ? "Bank" : "CreditCard";
  const account = Object.values(books.state.lists.Account).find(
    (one) => one.fields.AccountType === accountType && one.isActive,
  );
  if (!account) throw new Error(`The company file has no ${accountType} account`);
  const fields: Fields = {
    PayeeEntityRef: bill.fields.VendorRef,
    APAccountRef: bill.fields.APAccountRef,
    [check ? "BankAccountRef" : "CreditCardAccountRef"]: { ListID: account.listId },
    RefNumber: String(1000 + books.state.counters.txn),
    ExchangeRate: bill.fields.ExchangeRate,
  };
  if (check) fields.IsToBePrinted = "false";
  const txnDate = quickBooksDate(books.now(), books.state.timeZone);
  return addTxn(books, { type: check ? "BillPaymentCheck" : "BillPaymentCreditCard", txnDate, fields });
}

/** A credit of a bill's vendor over that many cents, coded as the bill is. */
export function creditFor(books: Books, bill: Txn, cents: number): Txn {
  const vendor = books.state.lists.Vendor[idOf(bill.fields.VendorRef) ?? ""];
  const account = books.state.lists.Account[idOf(bill.expenseLines[0]?.fields.AccountRef) ?? ""];
  const fallback = Object.values(books.state.lists.Account).find(
    (one) => one.fields.AccountType === "Expense",
  );
  const coded = account ?? fallback;
  if (!vendor || !coded) throw new Error(`Nothing to credit on ${bill.txnId}`);
  const lines = [{ account: coded.listId, amount: fromCents(cents) }];
  return enterTyped(books, "VendorCredit", { vendor: vendor.listId, lines });
}
