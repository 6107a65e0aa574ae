import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { connections } from "./connections";
import { organisations } from "./organisations";

/** One record to be written into one company file; lib/queue/states.ts is its state machine. */
export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    seq: bigint("seq", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    /** "vendor", "bill", …: what is written; a row of lib/queue/kinds.ts. */
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    state: text("state").notNull().default("waiting"),
    /** Dependencies first: lists, then bills, then payments. From the kind. */
    rank: integer("rank").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** The run that last refused it: at most one attempt a run. */
    lastRefusedRunId: uuid("last_refused_run_id"),
    /** What it waits for while blocked: the subject of another job, or null when a check failed. */
    blockedOn: uuid("blocked_on"),
    /** Why: another record's job, a check that each run makes anew, or a choice that a person must make. */
    blockedBy: text("blocked_by").$type<"record" | "check" | "choice">(),
    blockedReason: text("blocked_reason"),
    /** Jobs of a message that QuickBooks could not parse: they go again in halves. */
    bisectGroup: uuid("bisect_group"),
    /** Changed while it was in flight: it goes once more after it lands. */
    isStale: boolean("is_stale").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("jobs_open_key")
      .on(t.connectionId, t.kind, t.subjectId)
      .where(sql`${t.state} in ('waiting', 'blocked', 'sent', 'in_doubt', 'removed')`),
    index("jobs_next_idx").on(t.connectionId, t.rank, t.seq).where(sql`${t.state} = 'waiting'`),
    index("jobs_blocked_idx").on(t.blockedOn).where(sql`${t.state} = 'blocked'`),
    index("jobs_checked_idx")
      .on(t.connectionId)
      .where(sql`${t.state} = 'blocked' and ${t.blockedBy} = 'check'`),
    index("jobs_subject_idx").on(t.subjectId),
  ],
);

/** One refusal of a job by QuickBooks. */
export const jobAttempts = pgTable(
  "job_attempts",
  {
    id: id(),
    jobId: uuid("job_id")
      .notNull()
      .references(() => jobs.id),
    runId: uuid("run_id").notNull(),
    messageId: uuid("message_id"),
    number: integer("number").notNull(),
    statusCode: text("status_code").notNull(),
    statusMessage: text("status_message").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("job_attempts_run_key").on(t.jobId, t.runId)],
);

/** What a person must look at: a refusal of a record, or a fault of the connection. */
export const syncErrors = pgTable(
  "sync_errors",
  {
    id: id(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    /** Null for an error of the connection. */
    jobId: uuid("job_id").references(() => jobs.id),
    kind: text("kind"),
    subjectId: uuid("subject_id"),
    attempt: integer("attempt"),
    /** statusCode, HRESULT, or our own word for an error of the connection. */
    code: text("code").notNull(),
    /** QuickBooks' own words. */
    message: text("message").notNull(),
    runId: uuid("run_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [
    index("sync_errors_open_idx").on(t.orgId, t.createdAt).where(sql`${t.resolvedAt} is null`),
    index("sync_errors_subject_idx").on(t.subjectId),
    index("sync_errors_job_idx").on(t.jobId),
    index("sync_errors_run_idx").on(t.runId),
  ],
);
