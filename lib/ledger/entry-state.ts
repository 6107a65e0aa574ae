import { type SQL, sql } from "drizzle-orm";
import { OPEN_JOB_STATES } from "@/lib/queue/job-moves";
import type { EnteredList } from "./lists";

/**
 * How an entry of a list stands with QuickBooks. new: entered here, goes with the first approved bill that
 * names it · waiting: in the queue · refused: QuickBooks said no · changing: a change waits · linked: as
 * QuickBooks has it · inactive: so in QuickBooks · deleted: gone from there.
 */
export const ENTRY_STATES = [
  "new",
  "waiting",
  "refused",
  "changing",
  "linked",
  "inactive",
  "deleted",
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The sync of an entry: its state, and what is known of its job. */
export interface EntrySync {
  state: EntryState;
  /** Why its job waits. */
  reason: string | null;
  attempts: number;
  /** Refused three times: it left the queue. */
  isRemoved: boolean;
  /** QuickBooks' own last words, while they are unresolved. */
  error: { code: string; message: string } | null;
}

/** The open job and the open error of an entry `r`, as `j` and `e`. */
export const ENTRY_JOINS = sql`
  left join lateral (select * from jobs where jobs.connection_id = r.connection_id and jobs.subject_id = r.id
    and jobs.state in (${OPEN_JOB_STATES}) limit 1) j on true
  left join lateral (select * from sync_errors where sync_errors.subject_id = r.id
    and sync_errors.resolved_at is null order by created_at desc limit 1) e on true`;

/** An EntrySync, as JSON. */
export const entrySync = (list: EnteredList): SQL => sql`json_build_object(
  'state', case
    when r.deleted_at is not null then 'deleted'
    when j.state = 'removed' or e.id is not null then 'refused'
    when r.list_id is null then case when j.id is null then 'new' else 'waiting' end
    ${sql.raw(list === "vendor" ? "when r.pending_change is not null then 'changing'" : "")}
    when not r.is_active then 'inactive' else 'linked' end,
  'reason', j.blocked_reason, 'attempts', coalesce(j.attempts, 0), 'isRemoved', coalesce(j.state = 'removed', false),
  'error', case when e.id is not null then json_build_object('code', e.code, 'message', e.message) end)`;

/** Whoever may not see sync errors learns how the entry stands, not what QuickBooks said. */
export const withoutWords = (sync: EntrySync): EntrySync => ({ ...sync, error: null });
