import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bills } from "./bills";
import { instant, money, quickBooksTime } from "./columns";
import { connections } from "./connections";

/** A record that a bill names in QuickBooks. Compared by its ListID, shown by its name. */
export interface QuickBooksRef {
  listId: string;
  name: string;
}

/** One line of a bill as QuickBooks has it. */
export interface QuickBooksBillLine {
  txnLineId: string;
  kind: "expense" | "item" | "group";
  account?: QuickBooksRef;
  item?: QuickBooksRef;
  description?: string;
  quantity?: string;
  cost?: string;
  amount?: string;
  class?: QuickBooksRef;
  customer?: QuickBooksRef;
  /** Shall be billed on to the customer, or was. */
  billable?: boolean;
  /** It stands on an invoice to the customer already. */
  isBilled?: true;
}

/** A bill as QuickBooks has it now: shown beside what was approved, never instead of it. */
export interface QuickBooksBill {
  vendor?: QuickBooksRef;
  invoiceNumber?: string;
  billDate?: string;
  dueDate?: string;
  terms?: QuickBooksRef;
  apAccount?: QuickBooksRef;
  memo?: string;
  amount?: string;
  currency?: string;
  exchangeRate?: string;
  lines: QuickBooksBillLine[];
}

/** A payment or a credit that QuickBooks has applied to a bill. */
export interface AppliedPayment {
  txnId: string;
  txnType: string;
  date: string;
  refNumber?: string;
  amount: string;
}

/** The link of a bill: the TxnID and EditSequence that QuickBooks gave, and what it last said of it. */
export const billLinks = pgTable(
  "bill_links",
  {
    billId: uuid("bill_id")
      .primaryKey()
      .references(() => bills.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    txnId: text("txn_id").notNull(),
    editSequence: text("edit_sequence").notNull(),
    timeModified: quickBooksTime("time_modified"),
    /** What we last wrote and QuickBooks confirmed; what differs from it was changed in QuickBooks. */
    written: jsonb("written").$type<QuickBooksBill>(),
    current: jsonb("current").$type<QuickBooksBill>(),
    openAmount: money("open_amount"),
    isPaid: boolean("is_paid").notNull().default(false),
    payments: jsonb("payments").$type<AppliedPayment[]>().notNull().default([]),
    isVoided: boolean("is_voided").notNull().default(false),
    deletedAt: instant("deleted_at"),
    /** When QuickBooks' version was last seen to have become another one than what we wrote. */
    changedAt: instant("changed_at"),
    /** The EditSequence of a version in QuickBooks that a person chose to write over. */
    overwriteEditSequence: text("overwrite_edit_sequence"),
    /** A payment, a credit or a merge may have touched it: it is fetched in the next run, whatever its state. */
    needsFetch: boolean("needs_fetch").notNull().default(false),
    /** When it was last asked for by its TxnID. */
    askedAt: instant("asked_at"),
    /** It was asked for and is not in the company file, nor among what was deleted there: a backup was restored. */
    missingAt: instant("missing_at"),
    linkedAt: instant("linked_at").notNull().defaultNow(),
    seenAt: instant("seen_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("bill_links_txn_key").on(t.connectionId, t.txnId),
    // Every open linked bill is fetched again in turn, the longest unseen first.
    index("bill_links_open_idx")
      .on(t.connectionId, t.seenAt)
      .where(sql`not ${t.isPaid} and ${t.deletedAt} is null`),
    // The newest are asked for in every run.
    index("bill_links_newest_idx").on(t.connectionId, t.linkedAt).where(sql`${t.deletedAt} is null`),
    index("bill_links_fetch_idx").on(t.connectionId).where(sql`${t.needsFetch}`),
    // Few are ever in these two, and every run asks for them.
    index("bill_links_unseen_idx")
      .on(t.connectionId)
      .where(sql`${t.seenAt} < ${t.askedAt} and ${t.deletedAt} is null`),
    index("bill_links_missing_idx").on(t.connectionId).where(sql`${t.missingAt} is not null`),
  ],
);
