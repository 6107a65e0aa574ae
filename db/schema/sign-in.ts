import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { organisations, users } from "./organisations";

/** A signed-in browser. Its id is in the signed cookie; a session that has ended lets nobody in. */
export const userSessions = pgTable(
  "user_sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    userAgent: text("user_agent").notNull().default(""),
    address: text("address").notNull().default(""),
    /** "password", "password and code", "Google", … */
    method: text("method").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("user_sessions_user_idx").on(t.userId, t.endedAt)],
);

/** Codes that each let their owner in once, without the second factor. Kept as hashes. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    hash: text("hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("recovery_codes_user_idx").on(t.userId)],
);

/** What an invited person will be allowed, as of lib/orgs/member-input.ts. */
export interface InvitedRights {
  roles: string[];
  approvalLimit: string | null;
  supervisorId: string | null;
}

/** A link, sent by email or shown to the Admin, with which a person joins. Kept as the hash of its token. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    email: text("email").notNull(),
    name: text("name").notNull(),
    rights: jsonb("rights").$type<InvitedRights>().notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("invitations_token_key").on(t.tokenHash),
    index("invitations_org_idx").on(t.orgId, t.createdAt),
  ],
);

/** A link with which somebody who forgot their password sets a new one, once. */
export const passwordResets = pgTable(
  "password_resets",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    uniqueIndex("password_resets_token_key").on(t.tokenHash),
    index("password_resets_user_idx").on(t.userId),
  ],
);
