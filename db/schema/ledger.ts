import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { fiveDecimals, id, instant, money, quickBooksTime } from "./columns";
import { connections } from "./connections";

/** An address as QuickBooks prints it: at most five lines, city and country included. */
export interface PostalAddress {
  lines: string[];
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
}

/** What was entered here of a list entry, beyond its own columns, until QuickBooks has it. Records by our id. */
export interface EnteredEntry {
  parentId?: string;
  /** item: what buying it posts to; with `incomeAccountId` it is sold as well. */
  accountId?: string;
  incomeAccountId?: string;
  /** inventory: where its value stands. */
  assetAccountId?: string;
  salesDescription?: string;
  salesPrice?: string;
  jobDescription?: string;
  termsId?: string;
}

/** A change of a vendor that QuickBooks does not have yet, by field: what stood there, and what shall. */
export type PendingChange = Record<string, { from: unknown; to: unknown }>;

/** What every QuickBooks list has. `listId` is null while the record waits to be added to QuickBooks. */
const listColumns = () => ({
  id: id(),
  connectionId: uuid("connection_id")
    .notNull()
    .references(() => connections.id),
  listId: text("list_id"),
  editSequence: text("edit_sequence"),
  timeModified: quickBooksTime("time_modified"),
  name: text("name").notNull(),
  /** The path with colons; the name where the list is flat. */
  fullName: text("full_name").notNull(),
  isActive: boolean("is_active").notNull().default(true),
  deletedAt: instant("deleted_at"),
  /** The entry that QuickBooks merged this one into. */
  mergedInto: uuid("merged_into"),
});

/** Names are told apart by QuickBooks without regard to case, so that is how they are looked up. */
const listIndexes = (list: string, t: { connectionId: PgColumn; listId: PgColumn; fullName: PgColumn }) => [
  uniqueIndex(`${list}_list_id_key`).on(t.connectionId, t.listId),
  index(`${list}_name_idx`).on(t.connectionId, sql`lower(${t.fullName})`),
];

export const accounts = pgTable(
  "accounts",
  {
    ...listColumns(),
    parentListId: text("parent_list_id"),
    accountType: text("account_type").notNull(),
    accountNumber: text("account_number"),
    description: text("description"),
    /** Its currency by name, where the file uses several. */
    currency: text("currency"),
  },
  (t) => listIndexes("accounts", t),
);

export const vendors = pgTable(
  "vendors",
  {
    ...listColumns(),
    companyName: text("company_name"),
    email: text("email"),
    phone: text("phone"),
    termsListId: text("terms_list_id"),
    balance: money("balance"),
    nameOnCheck: text("name_on_check"),
    /** Our number at the vendor. */
    accountNumber: text("account_number"),
    address: jsonb("address").$type<PostalAddress>(),
    currency: text("currency"),
    externalGuid: text("external_guid"),
    entered: jsonb("entered").$type<EnteredEntry>(),
    pendingChange: jsonb("pending_change").$type<PendingChange>(),
  },
  (t) => listIndexes("vendors", t),
);

export const customers = pgTable(
  "customers",
  {
    ...listColumns(),
    parentListId: text("parent_list_id"),
    companyName: text("company_name"),
    externalGuid: text("external_guid"),
    entered: jsonb("entered").$type<EnteredEntry>(),
  },
  (t) => listIndexes("customers", t),
);

export const classes = pgTable("classes", { ...listColumns(), parentListId: text("parent_list_id") }, (t) =>
  listIndexes("classes", t),
);

export const items = pgTable(
  "items",
  {
    ...listColumns(),
    parentListId: text("parent_list_id"),
    /** The Ret's own name without Item and Ret: Service, NonInventory, Inventory, Group, … */
    itemType: text("item_type").notNull(),
    purchaseDescription: text("purchase_description"),
    purchaseCost: fiveDecimals("purchase_cost"),
    expenseAccountListId: text("expense_account_list_id"),
    externalGuid: text("external_guid"),
    entered: jsonb("entered").$type<EnteredEntry>(),
  },
  (t) => listIndexes("items", t),
);

export const terms = pgTable(
  "terms",
  {
    ...listColumns(),
    /** Standard: days after the bill date. */
    dueDays: integer("due_days"),
    /** Date driven: the day of the month, and how near the bill may be before it moves to the next. */
    dayOfMonthDue: integer("day_of_month_due"),
    dueNextMonthDays: integer("due_next_month_days"),
  },
  (t) => listIndexes("terms", t),
);
