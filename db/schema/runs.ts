import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, quickBooksTime } from "./columns";
import { connections } from "./connections";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** One Web Connector session, from authenticate to closeConnection. */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    ticket: text("ticket").notNull().unique(),
    /** open, closed (closeConnection came), failed (ended by an error), dead (went silent). */
    state: text("state").$type<"open" | "closed" | "failed" | "dead">().notNull().default("open"),
    /** Set when the open company file was recognised as this connection's; nothing is sent before. */
    recognisedAt: instant("recognised_at"),
    /** The Web Connector's own version, as it said it just before it logged in: "2.3.0.215". */
    connectorVersion: text("connector_version"),
    /** Where the login came from, as far as HTTP tells. */
    callerAddress: text("caller_address").notNull().default(""),
    companyFilePath: text("company_file_path"),
    productName: text("product_name"),
    qbxmlVersion: text("qbxml_version"),
    /** What getLastError answers. */
    lastError: text("last_error"),
    statusText: text("status_text"),
    written: integer("written").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    pulled: integer("pulled").notNull().default(0),
    startedAt: instant("started_at").notNull().defaultNow(),
    lastCallAt: instant("last_call_at").notNull().defaultNow(),
    endedAt: instant("ended_at"),
    /** Its messages and steps are kept no more. */
    purgedAt: instant("purged_at"),
  },
  (t) => [
    uniqueIndex("runs_open_key").on(t.connectionId).where(sql`${t.state} = 'open'`),
    index("runs_recent_idx").on(t.connectionId, t.startedAt),
    index("runs_kept_idx").on(t.connectionId, t.startedAt).where(sql`${t.purgedAt} is null`),
  ],
);

/**
 * What Web Connectors said their version is: they say it before they log in, with nothing that tells whose it is but
 * the address. A login takes it from here; what is not taken within minutes is dropped.
 */
export const connectorVersions = pgTable("connector_versions", {
  address: text("address").primaryKey(),
  version: text("version").notNull(),
  saidAt: instant("said_at").notNull().defaultNow(),
});

/** The steps of a run, laid down when it starts; the next message belongs to the first that is not done. */
export const runSteps = pgTable(
  "run_steps",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id),
    position: integer("position").notNull(),
    /** A row of lib/quickbooks/operations/registry.ts: "pull.vendors", "push", … */
    kind: text("kind").notNull(),
    state: text("state").$type<"pending" | "started" | "done">().notNull().default("pending"),
    iteratorId: text("iterator_id"),
    remaining: integer("remaining"),
    received: integer("received").notNull().default(0),
    /** Where this pull began, and the newest time it has seen: the cursor, once the last page is in. */
    fromModified: quickBooksTime("from_modified"),
    newestModified: quickBooksTime("newest_modified"),
    /** It reads everything, and what does not come is gone: nothing was read for longer than QuickBooks remembers. */
    isFull: boolean("is_full").notNull().default(false),
    /** Records asked for in one page. */
    pageSize: integer("page_size"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.runId, t.position] })],
);

/** How far each list and transaction has been read: QuickBooks' own time, as it wrote it. */
export const pullCursors = pgTable(
  "pull_cursors",
  {
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    kind: text("kind").notNull(),
    modifiedUpTo: quickBooksTime("modified_up_to"),
    /** When it first stood there: once a pull has found nothing newer for long, no clock change can matter. */
    reachedAt: instant("reached_at").notNull().defaultNow(),
    completedAt: instant("completed_at").notNull().defaultNow(),
    /** Records to ask for in a page, from what the last pages weighed and took. */
    pageSize: integer("page_size"),
  },
  (t) => [primaryKey({ columns: [t.connectionId, t.kind] })],
);

/** What a full pull has seen so far, by ListID or TxnID: what it did not see when it ends is gone. */
export const pullSeen = pgTable(
  "pull_seen",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id),
    kind: text("kind").notNull(),
    recordId: text("record_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.kind, t.recordId] })],
);

/** One qbXML document that was sent, and its answer. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    /** "write" changes QuickBooks; "read" and "probe" do not. */
    purpose: text("purpose").$type<"write" | "read" | "probe">().notNull(),
    /** newMessageSetID, at most 23 characters; writing messages only. */
    messageSetId: text("message_set_id").unique(),
    /** The writing message that a probe or a look-up settles. */
    settles: uuid("settles"),
    /** The step of the run that it belongs to; null while an earlier message is being settled. */
    step: integer("step"),
    /**
     * A read: sent → answered, or failed where its answer could not be taken in. A write: sent → settled; in_doubt
     * while its answer must be asked for (it never came), unsettled while single jobs of it must be looked up.
     */
    state: text("state")
      .$type<"sent" | "answered" | "failed" | "in_doubt" | "unsettled" | "settled">()
      .notNull(),
    requests: integer("requests").notNull(),
    request: text("request").notNull(),
    /** The answer as it came, compressed with gzip. */
    response: bytes("response"),
    /** Its length before it was compressed. */
    responseBytes: integer("response_bytes"),
    hresult: text("hresult"),
    hresultMessage: text("hresult_message"),
    sentAt: instant("sent_at").notNull().defaultNow(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    uniqueIndex("messages_in_flight_key")
      .on(t.connectionId)
      .where(sql`${t.purpose} = 'write' and ${t.state} in ('sent', 'in_doubt', 'unsettled')`),
    index("messages_run_idx").on(t.runId, t.sentAt),
    // The reads that still wait for their answer: asked for at every call.
    index("messages_waiting_reads_idx")
      .on(t.runId)
      .where(sql`${t.state} = 'sent' and ${t.purpose} <> 'write'`),
    index("messages_last_write_idx").on(t.connectionId, t.sentAt).where(sql`${t.purpose} = 'write'`),
  ],
);

/** The jobs in a writing message, in order; requestID is the job's id. */
export const messageJobs = pgTable(
  "message_jobs",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id),
    jobId: uuid("job_id").notNull(),
    position: integer("position").notNull(),
    /** The operation that built the request: "bill.add", "bill.mod", "vendor.add". */
    operation: text("operation").notNull(),
    /** What was sent, for linking and for settling: the operation's own shape. */
    payload: jsonb("payload").notNull(),
    /** A refusal that a look-up may turn into a success: a name that exists already, an old EditSequence. */
    refusal: jsonb("refusal").$type<{ code: string; message: string }>(),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.jobId] }),
    // The runs in which a record went, for the search of the sync history.
    index("message_jobs_job_idx").on(t.jobId),
  ],
);
