import { boolean, date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { organisations } from "./organisations";

/** What the company file's preferences say that matters to bills; from PreferencesRet. */
export interface CompanyPreferences {
  isUsingClassTracking?: boolean;
  isUsingAccountNumbers?: boolean;
  isRequiringAccounts?: boolean;
  isMultiCurrencyOn?: boolean;
  homeCurrency?: string;
  /** YYYY-MM-DD; bills dated on or before it need a password in QuickBooks. */
  closingDate?: string;
}

/** One company file connected (or about to be) through one Web Connector login. */
export const connections = pgTable("connections", {
  id: id(),
  orgId: uuid("org_id")
    .notNull()
    .references(() => organisations.id),
  /** AppName in the .qwc: QuickBooks ties its permission to it, so it never changes. */
  name: text("name").notNull(),
  username: text("username").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  /** GUID in braces; the Web Connector stamps it into the company file. */
  fileId: text("file_id").notNull().unique(),
  runEveryMinutes: integer("run_every_minutes").notNull().default(360),
  /** Learnt from the first run; the Web Connector opens this file when QuickBooks is closed. */
  companyFilePath: text("company_file_path"),
  companyName: text("company_name"),
  recognisedAt: instant("recognised_at"),
  productName: text("product_name"),
  /** Major and minor version of QuickBooks itself; it changes when the file is upgraded. */
  productVersion: text("product_version"),
  country: text("country"),
  qbxmlVersion: text("qbxml_version"),
  preferences: jsonb("preferences").$type<CompanyPreferences>(),
  qwcDownloadedAt: instant("qwc_downloaded_at"),
  firstContactAt: instant("first_contact_at"),
  /** When every list had been read once. */
  firstPullAt: instant("first_pull_at"),
  lastContactAt: instant("last_contact_at"),
  lastRunEndedAt: instant("last_run_ended_at"),
  /** The next run reads everything anew and compares: asked for by a person, or a backup was restored. */
  comparesNext: boolean("compares_next").notNull().default(false),
  /** Bills entered in QuickBooks and dated from then on are taken over; null takes none. */
  importBillsSince: date("import_bills_since", { mode: "string" }),
  /** What "Mark as paid" proposes. No foreign keys: accounts refer to connections. */
  defaultBankAccountId: uuid("default_bank_account_id"),
  defaultCardAccountId: uuid("default_card_account_id"),
  pausedAt: instant("paused_at"),
  deletedAt: instant("deleted_at"),
  createdAt: instant("created_at").notNull().defaultNow(),
});
