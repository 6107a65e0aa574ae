import type { Fields } from "../qbxml/write-xml";
import { touch } from "./clock";
import type { Books } from "./context";
import { deleteEntry, deleteTxn, reopen, voidTxn } from "./deletions";
import { addEntry, checkName } from "./lists";
import { mergeEntries } from "./merge";
import { fromCents, toCents } from "./money";
import { settle } from "./payments";
import { applyChanges } from "./references";
import { lineTotal, openAmount } from "./settlements";
import type { CompanyState, ListEntry, ListKind, Txn, TxnType } from "./state";
import type { RefuseNext, Switches } from "./switches";
import { type ForeignCurrency, turnOnCurrencies } from "./turn-on-currencies";
import { creditFor, enterTyped, entryOf, type PaymentKind, paymentFor, type TypedBill } from "./typed-txns";

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
    return entryOf(this, list, idOrName);
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

  /** A customer, or with a parent a job of that customer or job. */
  addCustomer(name: string, parent?: string): ListEntry {
    const under = parent === undefined ? {} : { parentId: this.entry("Customer", parent).listId };
    return this.saved(addEntry(this, { list: "Customer", type: "Customer", name, ...under }));
  }

  /** Writes over fields of a record, as somebody does who edits it in its window; empty clears. */
  editRecord(list: ListKind, idOrName: string, fields: Fields): ListEntry {
    const entry = this.entry(list, idOrName);
    applyChanges(entry.fields, fields);
    return this.changed(entry);
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
    this.merge("Vendor", from, into);
  }

  /** Merges a record of any list into another: what named it names the survivor. */
  merge(list: ListKind, from: string, into: string): void {
    mergeEntries(this, this.entry(list, from), this.entry(list, into));
    this.save();
  }

  /** Adds an employee or another name, which no program sees and which takes its name away from vendors. */
  addName(list: "Employee" | "OtherName", name: string): ListEntry {
    return this.saved(addEntry(this, { list, type: list, name }));
  }

  /** Turns several currencies on; it cannot be undone. */
  turnOnCurrencies(home: string, foreign: ForeignCurrency[]): void {
    turnOnCurrencies(this, home, foreign);
    this.save();
  }

  enterBill(bill: TypedBill): Txn {
    return this.saved(enterTyped(this, "Bill", bill));
  }

  enterCredit(credit: TypedBill): Txn {
    return this.saved(enterTyped(this, "VendorCredit", credit));
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

  /** Invoices the customers and jobs of a bill for its billable lines. */
  invoiceLines(txnId: string): Txn {
    const bill = this.txn(txnId);
    for (const { fields } of [...bill.expenseLines, ...bill.itemLines]) {
      if (fields.BillableStatus === "Billable") fields.BillableStatus = "HasBeenBilled";
    }
    return this.changed(bill);
  }

  /**
   * Pays a bill, in full unless an amount is given. A credit is made for the purpose and applied, which
   * leaves no payment transaction.
   * @param discount taken besides, not with a credit.
   * @returns the payment, or the credit.
   */
  payBill(txnId: string, amount?: string, kind: PaymentKind = "check", discount = "0"): Txn {
    const bill = this.txn(txnId);
    const less = toCents(discount);
    const cents = amount === undefined ? openAmount(this.state, bill) - less : toCents(amount);
    if (kind === "credit") {
      const credit = creditFor(this, bill, cents);
      this.applyCredit(credit.txnId, txnId, fromCents(cents));
      return credit;
    }
    return this.payBills([{ txnId, amount: fromCents(cents), discount }], kind);
  }

  /** One check, or one charge to a card, for several bills of one vendor. */
  payBills(
    shares: { txnId: string; amount: string; discount?: string }[],
    kind: "check" | "creditCard" = "check",
  ): Txn {
    const [first] = shares;
    if (!first) throw new Error("A payment pays at least one bill");
    const payment = paymentFor(this, this.txn(first.txnId), kind);
    payment.paid = shares.reduce((sum, share) => sum + toCents(share.amount), 0);
    settle(
      this,
      shares.map((share) => ({
        billId: this.txn(share.txnId).txnId,
        byTxnId: payment.txnId,
        amount: toCents(share.amount),
        discount: toCents(share.discount ?? "0"),
      })),
    );
    return this.saved(payment);
  }

  /** Sets a vendor credit against a bill. */
  applyCredit(creditId: string, billId: string, amount: string): void {
    const credit = this.txn(creditId, "VendorCredit");
    settle(this, [{ billId, byTxnId: credit.txnId, amount: toCents(amount), discount: 0 }]);
    this.save();
  }

  /** Takes a credit, or one bill of a payment, back from a bill. */
  unapply(byTxnId: string, billId: string): void {
    reopen(this, (one) => one.byTxnId === byTxnId && one.billId === billId);
    this.save();
  }

  /** Voids a bill payment or a credit: what it settled is open again. */
  voidPayment(txnId: string): Txn {
    const payment = this.payment(txnId);
    voidTxn(this, payment);
    return this.saved(payment);
  }

  deleteBill(txnId: string): void {
    deleteTxn(this, this.txn(txnId));
    this.save();
  }

  deletePayment(txnId: string): void {
    deleteTxn(this, this.payment(txnId));
    this.save();
  }

  voidBill(txnId: string): Txn {
    const bill = this.txn(txnId);
    voidTxn(this, bill);
    return this.saved(bill);
  }

  /** Closes the books up to and including that day, behind a password or without; undefined opens them. */
  setClosingDate(date: string | undefined, password?: string): void {
    const { preferences } = this.state;
    delete preferences.closingDate;
    delete preferences.closingPassword;
    if (date !== undefined) preferences.closingDate = date;
    if (date !== undefined && password !== undefined) preferences.closingPassword = password;
    this.save();
  }

  /** Switches the file between multi-user and single-user mode. */
  setMultiUser(multiUser: boolean): void {
    this.state.preferences.multiUser = multiUser;
    this.save();
  }

  /** Opens a record in a window, where other users and programs cannot change it, or closes it again. */
  showWindow(id: string, isOpen = true): void {
    const { switches } = this;
    switches.inUse = switches.inUse.filter((one) => one !== id);
    if (isOpen) switches.inUse.push(id);
  }

  private payment(txnId: string): Txn {
    const payment = this.state.txns[txnId];
    if (!payment || payment.type === "Bill") throw new Error(`No payment ${txnId} in the company file`);
    return payment;
  }

  private changed<Row extends ListEntry | Txn>(row: Row): Row {
    touch(row, this.now(), this.state.timeZone);
    return this.saved(row);
  }

  private saved<Row>(row: Row): Row {
    this.save();
    return row;
  }

  /** What is still to pay on a bill, as text. */
  open(txnId: string): string {
    return fromCents(openAmount(this.state, this.txn(txnId)));
  }

  /** The total of a bill's lines, as text. */
  total(txn: Txn): string {
    return fromCents(lineTotal(txn));
  }
}
