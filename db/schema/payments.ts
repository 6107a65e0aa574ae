import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bills, type Removal } from "./bills";
import { id, instant, money, quickBooksTime, rate } from "./columns";
import { connections } from "./connections";
import { accounts, vendors } from "./ledger";
import { organisations, users } from "./organisations";

/**
 * A payment of one vendor's bills: recorded here and written to QuickBooks, or made there and pulled.
 * One made of credits alone leaves no transaction in QuickBooks, so it never has a TxnID.
 */
export const payments = pgTable(
  "payments",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    /** waiting (for QuickBooks), recorded (QuickBooks has it), voided, deleted, withdrawn (taken back before it went). */
    state: text("state")
      .$type<"waiting" | "recorded" | "voided" | "deleted" | "withdrawn">()
      .notNull()
      .default("waiting"),
    method: text("method").$type<"check" | "credit_card">().notNull(),
    /** Null while the ledger does not have the record QuickBooks named. */
    vendorId: uuid("vendor_id").references(() => vendors.id),
    apAccountId: uuid("ap_account_id").references(() => accounts.id),
    /** The bank account or the credit card it is paid from. */
    accountId: uuid("account_id").references(() => accounts.id),
    date: date("date", { mode: "string" }).notNull(),
    refNumber: text("ref_number").notNull().default(""),
    isToBePrinted: boolean("is_to_be_printed").notNull().default(false),
    memo: text("memo").notNull().default(""),
    /** What leaves the account: without discounts and credits. */
    amount: money("amount").notNull(),
    exchangeRate: rate("exchange_rate"),
    /** Null for a payment made in QuickBooks. */
    enteredBy: uuid("entered_by").references(() => users.id),
    externalGuid: uuid("external_guid").notNull().defaultRandom(),
    txnId: text("txn_id"),
    editSequence: text("edit_sequence"),
    timeModified: quickBooksTime("time_modified"),
    removal: jsonb("removal").$type<Removal>(),
    /** It is asked for by its TxnID in this run or the next: everything is compared. */
    needsFetch: boolean("needs_fetch").notNull().default(false),
    /** When QuickBooks last described it, and when it was last asked for by its TxnID. */
    seenAt: instant("seen_at").notNull().defaultNow(),
    askedAt: instant("asked_at"),
    /** It was asked for, and is neither there nor among what was deleted there: a backup was restored. */
    missingAt: instant("missing_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("payments_txn_key").on(t.connectionId, t.txnId),
    uniqueIndex("payments_external_guid_key").on(t.externalGuid),
    index("payments_vendor_idx").on(t.vendorId),
    index("payments_recent_idx").on(t.orgId, t.createdAt),
    // Few are ever in these, and every run asks for them.
    index("payments_fetch_idx").on(t.connectionId).where(sql`${t.needsFetch}`),
    index("payments_unseen_idx")
      .on(t.connectionId)
      .where(sql`${t.seenAt} < ${t.askedAt} and ${t.state} = 'recorded'`),
    index("payments_missing_idx").on(t.connectionId).where(sql`${t.missingAt} is not null`),
  ],
);

/** What a payment pays of one bill. The bill is ours, or one of QuickBooks' own known by its TxnID alone. */
export const paymentApplications = pgTable(
  "payment_applications",
  {
    id: id(),
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => payments.id, { onDelete: "cascade" }),
    billId: uuid("bill_id").references(() => bills.id),
    billTxnId: text("bill_txn_id"),
    amount: money("amount").notNull().default("0.00"),
    discountAmount: money("discount_amount").notNull().default("0.00"),
    discountAccountId: uuid("discount_account_id").references(() => accounts.id),
  },
  (t) => [
    index("payment_applications_payment_idx").on(t.paymentId),
    index("payment_applications_bill_idx").on(t.billId),
  ],
);

/** A vendor credit in QuickBooks, as last seen. */
export const vendorCredits = pgTable(
  "vendor_credits",
  {
    id: id(),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    txnId: text("txn_id").notNull(),
    editSequence: text("edit_sequence").notNull(),
    timeModified: quickBooksTime("time_modified"),
    vendorListId: text("vendor_list_id"),
    apAccountListId: text("ap_account_list_id"),
    date: date("date", { mode: "string" }),
    refNumber: text("ref_number").notNull().default(""),
    memo: text("memo").notNull().default(""),
    amount: money("amount").notNull(),
    /** What is not applied to a bill yet; null where QuickBooks does not say. */
    openAmount: money("open_amount"),
    /** The bills it is applied to, by TxnID: they are fetched when this changes. */
    billTxnIds: text("bill_txn_ids").array().notNull().default(sql`'{}'::text[]`),
    deletedAt: instant("deleted_at"),
    seenAt: instant("seen_at").notNull().defaultNow(),
    /** When it was last asked for by its TxnID. */
    askedAt: instant("asked_at"),
  },
  (t) => [
    uniqueIndex("vendor_credits_txn_key").on(t.connectionId, t.txnId),
    index("vendor_credits_vendor_idx").on(t.connectionId, t.vendorListId),
    // Setting a credit off need not change its own time: the open ones are fetched again in turn.
    index("vendor_credits_open_idx").on(t.connectionId, t.seenAt).where(sql`${t.deletedAt} is null`),
  ],
);

/** What a payment sets off against one bill out of one vendor credit. */
export const paymentCredits = pgTable(
  "payment_credits",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => paymentApplications.id, { onDelete: "cascade" }),
    creditId: uuid("credit_id")
      .notNull()
      .references(() => vendorCredits.id),
    amount: money("amount").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.creditId] }),
    index("payment_credits_credit_idx").on(t.creditId),
  ],
);
