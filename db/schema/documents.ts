import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bills } from "./bills";
import { id, instant } from "./columns";
import { organisations, users } from "./organisations";

/**
 * A file that belongs to a bill. Its bytes stand in the file store under their hash, and stay there when
 * the document is taken off its bill: a signed revision may name them.
 */
export const billDocuments = pgTable(
  "bill_documents",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    /** Null while the bill it was dropped on is not saved yet. */
    billId: uuid("bill_id").references(() => bills.id),
    position: integer("position").notNull().default(0),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    size: integer("size").notNull(),
    /** SHA-256 of the bytes, hexadecimal. */
    hash: text("hash").notNull(),
    addedBy: uuid("added_by")
      .notNull()
      .references(() => users.id),
    addedAt: instant("added_at").notNull().defaultNow(),
    removedAt: instant("removed_at"),
    removedBy: uuid("removed_by").references(() => users.id),
  },
  (t) => [
    index("bill_documents_bill_idx").on(t.billId, t.position),
    index("bill_documents_hash_idx").on(t.orgId, t.hash),
  ],
);
