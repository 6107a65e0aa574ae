import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What happened, in order, for ever. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE.
 * `subject` is the bill's id, or the organisation's for what concerns no bill; the events of one
 * subject are numbered and each carries the hash of the one before.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    orgId: uuid("org_id").notNull(),
    subject: uuid("subject").notNull(),
    seq: integer("seq").notNull(),
    name: text("name").notNull(),
    /** Null: QuickBooks, or the service itself. */
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    data: jsonb("data").notNull(),
    at: instant("at").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    uniqueIndex("audit_events_seq_key").on(t.subject, t.seq),
    index("audit_events_org_idx").on(t.orgId, t.at),
  ],
);
