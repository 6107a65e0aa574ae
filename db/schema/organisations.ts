import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, money } from "./columns";

/** What an organisation may decide for itself. Every setting has a default in lib/orgs/settings.ts. */
export interface OrganisationSettings {
  adminsMayOverrideWorkflow?: boolean;
  mayApproveOwnBills?: boolean;
  /** Which edits start the approval round again, beside vendor, invoice number, amount and lines, which always do. */
  restartsApproval?: { dates?: boolean; coding?: boolean; documents?: boolean; memo?: boolean };
  /** Everybody must sign in with a second factor. */
  requiresTwoFactor?: boolean;
  /** An IANA name: absences, digests and reminders go by the days of this zone. */
  timeZone?: string;
  /** Days after which an approver is reminded of a bill; 0 is never. */
  reminderDays?: number;
  /** Days for which messages of past runs are kept. */
  syncHistoryDays?: number;
}

/** How somebody gets mail: each at once, one digest a day, or none. */
export type MailMode = "at-once" | "digest" | "none";

export const organisations = pgTable("organisations", {
  id: id(),
  name: text("name").notNull(),
  settings: jsonb("settings").$type<OrganisationSettings>().notNull().default({}),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const users = pgTable(
  "users",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id; null for a person who signs in through Google or Microsoft only. */
    passwordHash: text("password_hash"),
    /** The secret of the second factor, encrypted; null where there is none. Not in force before its date. */
    totpSecret: text("totp_secret"),
    totpSince: instant("totp_since"),
    /** The 30-second step of the last code that was taken: no code is taken twice. */
    totpLastStep: integer("totp_last_step"),
    /** Raised when all sessions end: a sign-in that began before starts none. */
    sessionVersion: integer("session_version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("users_email_key").on(sql`lower(${t.email})`)],
);

export const memberships = pgTable(
  "memberships",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    roles: text("roles").array().notNull(),
    /** The largest bill this person's approval completes; null is no limit. */
    approvalLimit: money("approval_limit"),
    supervisorId: uuid("supervisor_id").references(() => users.id),
    isActive: boolean("is_active").notNull().default(true),
    /** The page after signing in; null is the first of their tabs. */
    homePath: text("home_path"),
    /** The tabs that are shown to them, of lib/access/tabs.ts; null is all that their rights allow. */
    tabs: text("tabs").array(),
    mail: text("mail").$type<MailMode>().notNull().default("at-once"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId] }), index("memberships_user_idx").on(t.userId)],
);

/** People who are asked together: "any one of" or "all" of them. */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("groups_name_key").on(t.orgId, sql`lower(${t.name})`)],
);

export const groupMembers = pgTable(
  "group_members",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.userId] }), index("group_members_user_idx").on(t.userId)],
);

/** Days on which somebody is away and another may sign for them. */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    standInId: uuid("stand_in_id")
      .notNull()
      .references(() => users.id),
    /** The first and the last day, in the organisation's time zone. */
    firstDay: date("first_day", { mode: "string" }).notNull(),
    lastDay: date("last_day", { mode: "string" }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("absences_user_idx").on(t.orgId, t.userId, t.lastDay),
    index("absences_stand_in_idx").on(t.standInId),
  ],
);

/** The saved approval workflow; its rules are read by lib/approvals/workflow.ts. */
export const approvalWorkflows = pgTable("approval_workflows", {
  orgId: uuid("org_id")
    .primaryKey()
    .references(() => organisations.id),
  rules: jsonb("rules").notNull().default([]),
  updatedBy: uuid("updated_by").references(() => users.id),
  version: integer("version").notNull().default(1),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** Failed attempts to sign in, counted by account and by address. One row a key. */
export const signInFailures = pgTable("sign_in_failures", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull().default(0),
  windowStartedAt: instant("window_started_at").notNull().defaultNow(),
});
