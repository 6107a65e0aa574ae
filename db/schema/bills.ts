import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { fiveDecimals, id, instant, money, rate } from "./columns";
import { connections } from "./connections";
import { accounts, classes, customers, items, terms, vendors } from "./ledger";
import { organisations, users } from "./organisations";

/** What was ordered for a bill or a payment that QuickBooks has: to void it there, or to delete it. */
export interface Removal {
  how: "void" | "delete";
  reason: string;
  by: string;
}

export const bills = pgTable(
  "bills",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    /** One of lib/bills/bill-states.ts. */
    state: text("state").notNull().default("draft"),
    /** The approval round: raised by un-approve, re-submit and an edit while in approval. */
    round: integer("round").notNull().default(1),
    /** Raised by every change; an editor that read an older one is told so. */
    version: integer("version").notNull().default(1),
    vendorId: uuid("vendor_id").references(() => vendors.id),
    invoiceNumber: text("invoice_number").notNull().default(""),
    billDate: date("bill_date", { mode: "string" }),
    dueDate: date("due_date", { mode: "string" }),
    termsId: uuid("terms_id").references(() => terms.id),
    apAccountId: uuid("ap_account_id").references(() => accounts.id),
    memo: text("memo").notNull().default(""),
    amount: money("amount").notNull().default("0.00"),
    /** Null for a bill that was entered in QuickBooks and taken over from there. */
    enteredBy: uuid("entered_by").references(() => users.id),
    /**
     * Whoever else made it what it is: they changed, since it was entered or approved last, something that
     * asks for approval anew.
     */
    changedBy: uuid("changed_by").array().notNull().default(sql`'{}'`),
    /** Home currency for one unit of the vendor's, where the file uses several. */
    exchangeRate: rate("exchange_rate"),
    /** Where no rate was given: what QuickBooks last said of that currency, when the bill was saved. */
    knownRate: rate("known_rate"),
    /** The amount in the company's own currency, as approval limits and rules look at it; as long as it comes out. */
    homeAmount: numeric("home_amount")
      .notNull()
      .generatedAlwaysAs(sql`round(amount * coalesce(exchange_rate, known_rate, 1), 2)`),
    removal: jsonb("removal").$type<Removal>(),
    /** Our own mark in QuickBooks (ExternalGUID), set when the bill is added. */
    externalGuid: uuid("external_guid").notNull().defaultRandom(),
    submittedAt: instant("submitted_at"),
    approvedAt: instant("approved_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    index("bills_tab_idx").on(t.orgId, t.state, t.createdAt),
    index("bills_invoice_idx").on(t.connectionId, t.vendorId, sql`lower(${t.invoiceNumber})`),
    uniqueIndex("bills_external_guid_key").on(t.externalGuid),
  ],
);

export const billLines = pgTable(
  "bill_lines",
  {
    id: id(),
    billId: uuid("bill_id")
      .notNull()
      .references(() => bills.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    kind: text("kind").$type<"expense" | "item">().notNull(),
    accountId: uuid("account_id").references(() => accounts.id),
    itemId: uuid("item_id").references(() => items.id),
    description: text("description").notNull().default(""),
    quantity: fiveDecimals("quantity"),
    cost: fiveDecimals("cost"),
    amount: money("amount").notNull(),
    classId: uuid("class_id").references(() => classes.id),
    customerId: uuid("customer_id").references(() => customers.id),
    billable: boolean("billable").notNull().default(false),
    /** The line's identity in QuickBooks: a BillMod that leaves it out would delete the line there. */
    txnLineId: text("txn_line_id"),
  },
  (t) => [index("bill_lines_bill_idx").on(t.billId, t.position)],
);

/** Who is asked to approve a bill in one round, worked out by lib/approvals/workflow.ts at submission. */
export const billApprovers = pgTable(
  "bill_approvers",
  {
    billId: uuid("bill_id")
      .notNull()
      .references(() => bills.id),
    round: integer("round").notNull(),
    step: integer("step").notNull(),
    /** Steps of one stage are open at the same time; a stage opens when the one before is met. */
    stage: integer("stage").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    need: text("need").$type<"any" | "all">().notNull(),
    /** Why this person is asked, in words: the rule's name, or whose supervisor. */
    reason: text("reason").notNull(),
    /** Whoever added this approver to the bill by hand; null where the workflow asks. */
    addedBy: uuid("added_by").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.billId, t.round, t.step, t.userId] }),
    index("bill_approvers_user_idx").on(t.userId),
  ],
);

/** A frozen copy of a bill, signed by approvers. Append-only. */
export const billRevisions = pgTable(
  "bill_revisions",
  {
    id: id(),
    billId: uuid("bill_id")
      .notNull()
      .references(() => bills.id),
    number: integer("number").notNull(),
    round: integer("round").notNull(),
    content: jsonb("content").notNull(),
    /** SHA-256 of the canonical content, hexadecimal. */
    hash: text("hash").notNull(),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("bill_revisions_number_key").on(t.billId, t.number)],
);

/** One person's verdict on one revision. Append-only. */
export const billSignatures = pgTable(
  "bill_signatures",
  {
    id: id(),
    billId: uuid("bill_id")
      .notNull()
      .references(() => bills.id),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => billRevisions.id),
    round: integer("round").notNull(),
    step: integer("step").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** The absent approver whose stand-in signed. */
    forUserId: uuid("for_user_id").references(() => users.id),
    verdict: text("verdict").$type<"approved" | "rejected">().notNull(),
    /** An Admin who stepped over the workflow. */
    isOverride: boolean("is_override").notNull().default(false),
    note: text("note"),
    signedAt: instant("signed_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("bill_signatures_once_key").on(t.billId, t.round, t.userId)],
);

/** Who was mentioned in a comment on a bill: they may see it from then on. */
export const billMentions = pgTable(
  "bill_mentions",
  {
    billId: uuid("bill_id")
      .notNull()
      .references(() => bills.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    firstAt: instant("first_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.billId, t.userId] }), index("bill_mentions_user_idx").on(t.userId)],
);
