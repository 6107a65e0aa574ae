import type { Fields } from "../qbxml/write-xml";
import { dueDate } from "./bills";
import { quickBooksDate, touch } from "./clock";
import type { Books } from "./context";
import { deleteEntry, deleteTxn, removeEntry, voidTxn } from "./deletions";
import { addEntry, checkName } from "./lists";
import { fromCents, toCents } from "./money";
import { settle } from "./payments";
import { findByFullName, idOf } from "./references";
import { lineTotal, openAmount } from "./settlements";
import type { CompanyState, ListEntry, ListKind, Txn, TxnLine, TxnType } from "./state";
import type { RefuseNext, Switches } from "./switches";
import { addTxn } from "./txns";

/** What a bookkeeper changes in an open bill window. Amounts as text with two decimals. */
export interface BillEdit {
  memo?: string;
  refNumber?: string;
  txnDate?: string;
  dueDate?: string;
  vendor?: string;
  /** The amount of the first expense line. */
  amount?: string;
  account?: string;
}

/** A bill typed into QuickBooks itself. Accounts and vendor by full name. */
export interface TypedBill {
  vendor: string;
  refNumber?: string;
  txnDate?: string;
  memo?: string;
  lines: { account: string; amount: string; memo?: string; customer?: string; class?: string }[];
}

export type PaymentKind = "check" | "creditCard" | "credit";

/** What a person does in QuickBooks' own windows, without any qbXML. Records by ListID or full name. */
export abstract class Bookkeeper implements Books {
  abstract state: CompanyState;
  abstract readonly switches: Switches;
  abstract readonly refusals: RefuseNext[];
  abstract now(): Date;
  /** Writes the file to disk, where it has a place there. */
  abstract save(): void;

  /** A record by ListID or full name; an Error when there is none, for it is the test that is wrong. */
  entry(list: ListKind, idOrName: string): ListEntry {
    const found = this.state.lists[list][idOrName] ?? findByFullName(this.state, list, idOrName);
    if (!found) throw new Error(`No ${list} ${idOrName} in the company file`);
    return found;
  }

  /** A transaction by TxnID. */
  txn(txnId: string, type: TxnType = "Bill"): Txn {
    const found = this.state.txns[txnId];
    if (found?.type !== type) throw new Error(`No ${type} ${txnId} in the company file`);
    return found;
  }

  /** All transactions of a kind, the oldest first. */
  txns(type: TxnType = "Bill"): Txn[] {
    return Object.values(this.state.txns).filter((txn) => txn.type === type);
  }

  addVendor(name: string, fields: Fields = {}): ListEntry {
    return this.saved(addEntry(this, { list: "Vendor", type: "Vendor", name, fields }));
  }

  renameVendor(vendor: string, name: string): ListEntry {
    return this.rename("Vendor", vendor, name);
  }

  rename(list: ListKind, idOrName: string, name: string): ListEntry {
    const entry = this.entry(list, idOrName);
    checkName(this.state, { list, name, parentId: entry.parentId }, entry);
    entry.name = name;
    return this.changed(entry);
  }

  makeInactive(list: ListKind, idOrName: string, isActive = false): ListEntry {
    const entry = this.entry(list, idOrName);
    entry.isActive = isActive;
    return this.changed(entry);
  }

  deleteVendor(vendor: string): void {
    this.deleteRecord("Vendor", vendor);
  }

  /** Deletes a list record that nothing uses; a Refusal 3160 otherwise. */
  deleteRecord(list: ListKind, idOrName: string): void {
    deleteEntry(this, this.entry(list, idOrName));
    this.save();
  }

  /** Merges a vendor into another: its transactions move, its ListID is gone. */
  mergeVendors(from: string, into: string): void {
    const loser = this.entry("Vendor", from);
    const winner = this.entry("Vendor", into);
    for (const txn of Object.values(this.state.txns)) {
      for (const name of ["VendorRef", "PayeeEntityRef"]) {
        if (idOf(txn.fields[name]) === loser.listId) txn.fields[name] = { ListID: winner.listId };
      }
    }
    removeEntry(this, loser);
    this.changed(winner);
  }

  enterBill(bill: TypedBill): Txn {
    return this.enter("Bill", bill);
  }

  enterCredit(credit: TypedBill): Txn {
    return this.enter("VendorCredit", credit);
  }

  editBill(txnId: string, edit: BillEdit): Txn {
    const bill = this.txn(txnId);
    if (edit.memo !== undefined) bill.fields.Memo = edit.memo;
    if (edit.refNumber !== undefined) bill.fields.RefNumber = edit.refNumber;
    if (edit.dueDate !== undefined) bill.fields.DueDate = edit.dueDate;
    if (edit.txnDate !== undefined) bill.txnDate = edit.txnDate;
    if (edit.vendor !== undefined) {
      bill.fields.VendorRef = { ListID: this.entry("Vendor", edit.vendor).listId };
    }
    const line = bill.expenseLines[0];
    if (edit.amount !== undefined && line) line.fields.Amount = fromCents(toCents(edit.amount));
    if (edit.account !== undefined && line) {
      line.fields.AccountRef = { ListID: this.entry("Account", edit.account).listId };
    }
    return this.changed(bill);
  }

  /**
   * Pays a bill, in full unless an amount is given. A credit is made for the purpose and applied, which
   * leaves no payment transaction.
   * @returns the payment, or the credit.
   */
  payBill(txnId: string, amount?: string, kind: PaymentKind = "check"): Txn {
    const bill = this.txn(txnId);
    const cents = amount === undefined ? openAmount(this.state, bill) : toCents(amount);
    const payment = kind === "credit" ? this.creditFor(bill, cents) : this.paymentFor(bill, kind);
    settle(this, [{ billId: txnId, byTxnId: payment.txnId, amount: cents, discount: 0 }]);
    return this.saved(payment);
  }

  deleteBill(txnId: string): void {
    deleteTxn(this, this.txn(txnId));
    this.save();
  }

  deletePayment(txnId: string): void {
    const payment = this.state.txns[txnId];
    if (!payment) throw new Error(`No payment ${txnId} in the company file`);
    deleteTxn(this, payment);
    this.save();
  }

  voidBill(txnId: string): Txn {
    const bill = this.txn(txnId);
    voidTxn(this, bill);
    return this.saved(bill);
  }

  /** Closes the books up to and including that day; undefined opens them. */
  setClosingDate(date: string | undefined): void {
    if (date === undefined) delete this.state.preferences.closingDate;
    else this.state.preferences.closingDate = date;
    this.save();
  }

  private enter(type: "Bill" | "VendorCredit", bill: TypedBill): Txn {
    const txnDate = bill.txnDate ?? quickBooksDate(this.now(), this.state.timeZone);
    const vendor = this.entry("Vendor", bill.vendor);
    const payable = Object.values(this.state.lists.Account).find(
      (account) => account.fields.AccountType === "AccountsPayable",
    );
    const fields: Fields = { VendorRef: { ListID: vendor.listId } };
    if (payable) fields.APAccountRef = { ListID: payable.listId };
    if (bill.refNumber !== undefined) fields.RefNumber = bill.refNumber;
    if (bill.memo !== undefined) fields.Memo = bill.memo;
    if (type === "Bill") {
      if (vendor.fields.TermsRef !== undefined) fields.TermsRef = vendor.fields.TermsRef;
      fields.DueDate = dueDate(this, txnDate, idOf(vendor.fields.TermsRef));
    }
    const expenseLines = bill.lines.map((line) => this.typedLine(line));
    return this.saved(addTxn(this, { type, txnDate, fields, expenseLines }));
  }

  private typedLine(line: TypedBill["lines"][number]): TxnLine {
    this.state.counters.line += 1;
    const fields: Fields = {
      AccountRef: { ListID: this.entry("Account", line.account).listId },
      Amount: fromCents(toCents(line.amount)),
    };
    if (line.memo !== undefined) fields.Memo = line.memo;
    if (line.class !== undefined) fields.ClassRef = { ListID: this.entry("Class", line.class).listId };
    if (line.customer !== undefined) {
      fields.CustomerRef = { ListID: this.entry("Customer", line.customer).listId };
      fields.BillableStatus = "NotBillable";
    }
    const second = Math.floor(this.now().getTime() / 1000);
    return { txnLineId: `${this.state.counters.line.toString(16).toUpperCase()}-${second}`, fields };
  }

  private paymentFor(bill: Txn, kind: "check" | "creditCard"): Txn {
    const check = kind === "check";
    const accountType = check ? "Bank" : "CreditCard";
    const account = Object.values(this.state.lists.Account).find(
      (one) => one.fields.AccountType === accountType && one.isActive,
    );
    if (!account) throw new Error(`The company file has no ${accountType} account`);
    const fields: Fields = {
      PayeeEntityRef: bill.fields.VendorRef,
      APAccountRef: bill.fields.APAccountRef,
      [check ? "BankAccountRef" : "CreditCardAccountRef"]: { ListID: account.listId },
      RefNumber: String(1000 + this.state.counters.txn),
    };
    if (check) fields.IsToBePrinted = "false";
    const txnDate = quickBooksDate(this.now(), this.state.timeZone);
    return addTxn(this, { type: check ? "BillPaymentCheck" : "BillPaymentCreditCard", txnDate, fields });
  }

  private creditFor(bill: Txn, cents: number): Txn {
    const vendor = this.state.lists.Vendor[idOf(bill.fields.VendorRef) ?? ""];
    const account = this.state.lists.Account[idOf(bill.expenseLines[0]?.fields.AccountRef) ?? ""];
    const fallback = Object.values(this.state.lists.Account).find(
      (one) => one.fields.AccountType === "Expense",
    );
    const coded = account ?? fallback;
    if (!vendor || !coded) throw new Error(`Nothing to credit on ${bill.txnId}`);
    const lines = [{ account: coded.listId, amount: fromCents(cents) }];
    return this.enter("VendorCredit", { vendor: vendor.listId, lines });
  }

  private changed<Row extends ListEntry | Txn>(row: Row): Row {
    touch(row, this.now(), this.state.timeZone);
    return this.saved(row);
  }

  private saved<Row>(row: Row): Row {
    this.save();
    return row;
  }

  /** The total of a bill's lines, as text. */
  total(txn: Txn): string {
    return fromCents(lineTotal(txn));
  }
}
