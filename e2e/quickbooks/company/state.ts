import type { Fields } from "../qbxml/write-xml";

/** The kinds of list record the file keeps. Items and terms of every type share a list each. */
export type ListKind =
  | "Account"
  | "Vendor"
  | "Customer"
  | "Employee"
  | "OtherName"
  | "Class"
  | "Item"
  | "Terms"
  | "Currency";
/** The kinds of transaction the file keeps. */
export type TxnType = "Bill" | "BillPaymentCheck" | "BillPaymentCreditCard" | "VendorCredit";

/** What every record carries. Times are QuickBooks' own text: clock of the PC, standard-time offset. */
export interface Stamped {
  timeCreated: string;
  timeModified: string;
  /** Seconds since 1970, as in QuickBooks, and higher at every change even within one second. */
  editSequence: number;
}

/** An account, vendor, customer, job, class, item or terms. */
export interface ListEntry extends Stamped {
  list: ListKind;
  /** Element name without "Ret": "Vendor", "ItemService", "DateDrivenTerms". */
  type: string;
  listId: string;
  name: string;
  parentId?: string;
  isActive: boolean;
  /** Everything else, by element name; references as { ListID }. */
  fields: Fields;
}

/** A line of a bill or credit; `fields` as in the line's Ret, Amount with two decimals. */
export interface TxnLine {
  txnLineId: string;
  fields: Fields;
}

/** A bill, bill payment or vendor credit. */
export interface Txn extends Stamped {
  type: TxnType;
  txnId: string;
  txnNumber: number;
  txnDate: string;
  fields: Fields;
  expenseLines: TxnLine[];
  itemLines: TxnLine[];
  voided?: boolean;
  /** Of a payment: what leaves the account, in cents. */
  paid?: number;
}

/** A part of a bill settled by a payment, a discount or a credit. Amounts in cents. */
export interface Settlement {
  billId: string;
  /** The payment, or the vendor credit. */
  byTxnId: string;
  amount: number;
  discount: number;
  discountAccountId?: string;
}

export interface DeletedList {
  listDelType: string;
  listId: string;
  timeCreated: string;
  timeDeleted: string;
  fullName: string;
}

export interface DeletedTxn {
  txnDelType: string;
  txnId: string;
  timeCreated: string;
  timeDeleted: string;
  refNumber: string;
}

/** One answered request of a stored message set: whole, and with only the identity of what it made. */
export interface StoredAnswer {
  whole: string;
  identityOnly: string;
}

/** A message set kept for error recovery. Without answers, its outcome is unknown (9002). */
export interface StoredMessageSet {
  id: string;
  checksum: string;
  answers?: StoredAnswer[];
}

/** The stamp of an integrated application, kept as data extensions under its OwnerID. */
export interface Application {
  fileId: string;
  appName: string;
}

export interface Preferences {
  usesAccountNumbers: boolean;
  requiresAccounts: boolean;
  usesClasses: boolean;
  usesInventory: boolean;
  multiUser: boolean;
  daysBillsAreDue: number;
  closingDate?: string;
  /** Set with the closing date: whoever writes into the closed period is asked for it. */
  closingPassword?: string;
  /** ListID of the home currency; there is one as soon as several currencies are turned on. */
  homeCurrency?: string;
}

/** The whole company file; plain JSON. */
export interface CompanyState {
  name: string;
  legalName: string;
  /** Path of the .qbw on the Windows PC, as QuickBooks reports it. */
  path: string;
  timeZone: string;
  address: Fields;
  preferences: Preferences;
  counters: { list: number; txn: number; line: number };
  lists: Record<ListKind, Record<string, ListEntry>>;
  txns: Record<string, Txn>;
  settlements: Settlement[];
  deletedLists: DeletedList[];
  deletedTxns: DeletedTxn[];
  applications: Record<string, Application>;
  messageSets: Record<string, StoredMessageSet[]>;
}

/** A company file as it is on the day it is made. */
export function emptyCompany(name: string): CompanyState {
  return {
    name,
    legalName: name,
    path: `C:\\Users\\Public\\Documents\\Intuit\\QuickBooks\\Company Files\\${name}.qbw`,
    timeZone: "America/Los_Angeles",
    address: {},
    preferences: {
      usesAccountNumbers: false,
      requiresAccounts: true,
      usesClasses: true,
      usesInventory: true,
      multiUser: true,
      daysBillsAreDue: 10,
    },
    counters: { list: 0, txn: 0, line: 0 },
    lists: {
      Account: {},
      Vendor: {},
      Customer: {},
      Employee: {},
      OtherName: {},
      Class: {},
      Item: {},
      Terms: {},
      Currency: {},
    },
    txns: {},
    settlements: [],
    deletedLists: [],
    deletedTxns: [],
    applications: {},
    messageSets: {},
  };
}
