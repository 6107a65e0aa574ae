import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bills } from "./bills";
import { id, instant } from "./columns";
import { organisations, users } from "./organisations";

/** Events that somebody is to be told of, written with them; a row goes when its notifications are made. */
export const eventOutbox = pgTable("event_outbox", {
  eventId: bigint("event_id", { mode: "number" }).primaryKey(),
  orgId: uuid("org_id").notNull(),
});

/** What somebody is told in the app, and by mail as they chose. Once an event, a person and a kind, while it is so. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** One of lib/notifications/kinds.ts. */
    kind: text("kind").notNull(),
    billId: uuid("bill_id").references(() => bills.id),
    /** The event it comes from, or a word of its own ("reminder:2026-11-23"): with the kind, its identity. */
    cause: text("cause").notNull(),
    /** What is said: names and amounts as they were. */
    data: jsonb("data").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    readAt: instant("read_at"),
    /** When it went into a mail, or was known to need none; null while it waits for the digest. */
    mailedAt: instant("mailed_at"),
    /** When the bill it is about did not wait for its reader any more: should it wait again, that is told anew. */
    overAt: instant("over_at"),
  },
  (t) => [
    uniqueIndex("notifications_once_key").on(t.userId, t.kind, t.cause).where(sql`${t.overAt} is null`),
    index("notifications_user_idx").on(t.userId, t.createdAt),
    index("notifications_bill_idx").on(t.billId, t.userId),
    index("notifications_unread_idx").on(t.orgId, t.userId).where(sql`${t.readAt} is null`),
    index("notifications_unmailed_idx").on(t.orgId).where(sql`${t.mailedAt} is null`),
  ],
);

/** Mail that is to go out, written with what it tells of. Its text is wiped once it has gone. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    orgId: uuid("org_id").references(() => organisations.id),
    /** What the mail is about, so that no cause makes two: "invitation:…", "notification:…", "digest:…:2026-11-23". */
    cause: text("cause").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    text: text("text"),
    html: text("html"),
    /** waiting, sent or failed. */
    state: text("state").$type<"waiting" | "sent" | "failed">().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Not tried before: later after each failure. */
    dueAt: instant("due_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
  },
  (t) => [uniqueIndex("mails_cause_key").on(t.cause), index("mails_due_idx").on(t.state, t.dueAt)],
);

/** When each round of the server's own work was last done for an organisation: reminders, digests, silence. */
export const chores = pgTable(
  "chores",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    doneAt: instant("done_at").notNull(),
  },
  (t) => [uniqueIndex("chores_key").on(t.orgId, t.name)],
);
