import { sql } from "drizzle-orm";
import { OPEN_JOB_STATES } from "@/lib/queue/job-moves";

export const SYNC_KINDS = ["none", "waiting", "blocked", "linked", "removed"] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** How a bill stands with QuickBooks: the icon beside its invoice number. */
export interface SyncStatus {
  /**
   * none: nothing to send yet · waiting: in the queue, or sent and not answered · blocked: waits for another
   * record or for a person · linked: QuickBooks has it · removed: refused three times, out of the queue.
   */
  kind: SyncKind;
  /** blocked: why. */
  reason: string | null;
  /** Refusals of the open job so far. */
  attempts: number;
  /** QuickBooks' own last words, while they are unresolved. */
  error: { code: string; message: string } | null;
}

/**
 * The open job and the link of a bill `b`, as `j` and `k`. One job is open at most: a partial unique index
 * holds to it for each kind, and an order to void or delete a bill takes the bill's own job out first.
 */
export const SYNC_JOINS = sql`
  left join bill_links k on k.bill_id = b.id
  left join jobs j on j.connection_id = b.connection_id and j.kind in ('bill', 'removal') and j.subject_id = b.id
    and j.state in (${OPEN_JOB_STATES})
  left join connections gone on gone.id = b.connection_id and gone.deleted_at is not null`;

/** It would go to a company file that was disconnected. */
const IS_CUT_OFF =
  "(gone.id is not null and (j.id is not null or (b.state = 'approved' and k.bill_id is null)))";

/** Which icon: an open job says more than the link, for it is about what is newer. */
export const SYNC_KIND = sql.raw(`case
  when ${IS_CUT_OFF} then 'blocked'
  when j.state in ('waiting', 'sent', 'in_doubt') then 'waiting'
  when j.state in ('blocked', 'removed') then j.state
  when k.bill_id is not null and k.deleted_at is null then 'linked'
  else 'none' end`);

/** A SyncStatus, as JSON. */
export const SYNC_STATUS = sql`json_build_object('kind', ${SYNC_KIND},
  'reason', case when ${sql.raw(IS_CUT_OFF)} then coalesce(gone.company_name, gone.name) || ' is disconnected. The bill is sent once an Admin connects it again.'
    else j.blocked_reason end,
  'attempts', coalesce(j.attempts, 0), 'error', (
    select json_build_object('code', e.code, 'message', e.message) from sync_errors e
    where e.job_id = j.id and e.resolved_at is null order by e.created_at desc limit 1))`;

/** Whoever may not see sync errors learns how the bill stands, not what QuickBooks said. */
export const withoutError = (sync: SyncStatus): SyncStatus => ({ ...sync, error: null });
