import { sql } from "drizzle-orm";
import {
  boolean,
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
  /** Days for which messages of past runs are kept. */
  syncHistoryDays?: number;
}

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
    /** Raised to end every session that was signed before. */
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
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId] }), index("memberships_user_idx").on(t.userId)],
);

/** The saved approval workflow; its rules are read by lib/approvals/workflow.ts. */
export const approvalWorkflows = pgTable("approval_workflows", {
  orgId: uuid("org_id")
    .primaryKey()
    .references(() => organisations.id),
  rules: jsonb("rules").notNull().default([]),
  version: integer("version").notNull().default(1),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** Failed attempts to sign in, counted by account and by address. One row a key. */
export const signInFailures = pgTable("sign_in_failures", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull().default(0),
  windowStartedAt: instant("window_started_at").notNull().defaultNow(),
});
