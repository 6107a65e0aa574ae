import { child, type XmlNode } from "../qbxml/read-xml";
import type { Fields } from "../qbxml/write-xml";
import { newStamp, quickBooksDate } from "./clock";
import type { Books } from "./context";
import { currencyOf } from "./currencies";
import { resolveReference } from "./references";
import { badReference, businessRule, Refusal } from "./refusal";
import type { CompanyState, ListEntry, Txn, TxnLine, TxnType } from "./state";

/** "1A2B-1709640000": a counter in hexadecimal and the second of creation. */
function newTxnId(books: Books): string {
  const counter = books.state.counters.txn.toString(16).toUpperCase();
  return `${counter}-${Math.floor(books.now().getTime() / 1000)}`;
}

/** Puts a transaction into the file. */
export function addTxn(
  books: Books,
  record: {
    type: TxnType;
    txnDate: string;
    fields: Fields;
    expenseLines?: TxnLine[];
    itemLines?: TxnLine[];
  },
): Txn {
  books.state.counters.txn += 1;
  const txn: Txn = {
    ...newStamp(books.now(), books.state.timeZone),
    type: record.type,
    txnId: newTxnId(books),
    txnNumber: books.state.counters.txn,
    txnDate: record.txnDate,
    fields: record.fields,
    expenseLines: record.expenseLines ?? [],
    itemLines: record.itemLines ?? [],
  };
  books.state.txns[txn.txnId] = txn;
  return txn;
}

/** The date QuickBooks takes when none is given: that of the last transaction of the kind, else today. */
export function defaultDate(books: Books, type: TxnType): string {
  let last: Txn | undefined;
  for (const txn of Object.values(books.state.txns)) {
    if (txn.type === type && (!last || txn.txnNumber > last.txnNumber)) last = txn;
  }
  return last?.txnDate ?? quickBooksDate(books.now(), books.state.timeZone);
}

/**
 * Refuses a date in a closed period.
 * @throws Refusal 3171 (3161 for deleting), and 3220 where a password guards the period: no program can give it.
 */
export function checkClosingDate(state: CompanyState, date: string, deleting = false): void {
  const { closingDate, closingPassword } = state.preferences;
  if (closingDate === undefined || date > closingDate) return;
  if (closingPassword !== undefined) {
    throw new Refusal(
      3220,
      "The current user is not authorized to perform this operation. QuickBooks error message: " +
        "The books are closed, and the closing date password is needed to change this transaction.",
    );
  }
  throw new Refusal(
    deleting ? 3161 : 3171,
    `An attempt was made to ${deleting ? "delete" : "modify"} a transaction with a date that is on or before ` +
      `the closing date of the company (${closingDate}).`,
  );
}

/**
 * The account a reference names, which must be of that type.
 * @throws Refusal 3140
 */
export function accountOfType(books: Books, node: XmlNode, type: string, where: string): ListEntry {
  const account = resolveReference(books, node, where);
  if (account.fields.AccountType !== type) throw badReference("Account", account.name, where);
  return account;
}

/**
 * The Accounts Payable account of a request, or the company's first one in the vendor's currency.
 * @throws Refusal 3140 when there is none, 3210 for one in another currency.
 */
export function payableAccount(books: Books, node: XmlNode, where: string, vendor?: ListEntry): ListEntry {
  const currency = vendor && currencyOf(books.state, vendor);
  const fits = (account: ListEntry) =>
    currency === undefined || currencyOf(books.state, account) === currency;
  const given = child(node, "APAccountRef");
  if (given) {
    const account = accountOfType(books, given, "AccountsPayable", where);
    if (!fits(account)) throw businessRule("APAccountRef", "The account is in another currency.");
    return account;
  }
  const first = Object.values(books.state.lists.Account).find(
    (account) => account.fields.AccountType === "AccountsPayable" && account.isActive && fits(account),
  );
  if (!first) throw badReference("Account", "Accounts Payable", where);
  return first;
}
