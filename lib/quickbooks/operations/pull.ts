import type { Tx } from "@/db/client";
import type { Request, RequestAttributes } from "@/lib/quickbooks/qbxml/encode";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import type { RunContext } from "./write-operation";

/** A step of a run that reads, as far as it has come. */
export interface PullStep {
  /** Changed since then, in QuickBooks' own local time; null reads everything. */
  fromModified: string | null;
  /** The iterator that an earlier page started. */
  iteratorId: string | null;
  /** Records that came so far. */
  received: number;
  /** Records to ask for in a page: the same for all pages of one iterator. */
  pageSize: number;
}

export interface PullContext extends RunContext {
  runStartedAt: Date;
}

/** One thing that a run reads: a list, changed transactions, deletions. */
export interface Pull {
  kind: string;
  /** As people read it: "Vendors". */
  label: string;
  /** Where to begin when it was never read; everything when there is no such rule. */
  firstStart?(tx: Tx, connectionId: string): Promise<string | null>;
  /** The next request; null when there is nothing (more) to ask. */
  request(tx: Tx, context: PullContext, step: PullStep, requestId: string): Promise<Request | null>;
  /** Whether one answer is all; otherwise pages follow, or the step asks again. */
  paging: "single" | "iterator" | "until-nothing-to-ask";
  /** Takes in a batch of records. */
  take(tx: Tx, context: PullContext, records: ReadRecord[]): Promise<void>;
  /** Of a list: what a full pull did not see is gone. The records seen stand in pull_seen under this run and kind. */
  sweep?(tx: Tx, context: PullContext, runId: string): Promise<void>;
  /** Before a run that compares everything: what this pull must ask for then. */
  compareAll?(tx: Tx, connectionId: string): Promise<void>;
  /** Once every answer is in; gives how many linked records are missing from the company file. */
  ended?(tx: Tx, context: PullContext): Promise<{ missing: number }>;
}

export const page = (step: PullStep): RequestAttributes =>
  step.iteratorId ? { iterator: "Continue", iteratorID: step.iteratorId } : { iterator: "Start" };

/** When a record was last changed, in QuickBooks' local time, without the offset (wrong in summer). */
export function changedAt({ record }: ReadRecord): string {
  const time = record.TimeModified ?? record.TimeDeleted;
  return typeof time === "string" ? time.slice(0, 19) : "";
}

/** How far a list or a kind of transaction has been read. */
export interface Cursor {
  /** The newest time seen, in QuickBooks' local time. */
  modifiedUpTo: string;
  reachedAt: Date;
  completedAt: Date;
}

/** More than the hour that repeats when the clocks go back. */
const OVERLAP_SECONDS = 70 * 60;
const SETTLED_MS = 2 * 60 * 60 * 1000;

function shifted(time: string, seconds: number): string {
  const date = new Date(`${time}Z`);
  if (Number.isNaN(date.getTime())) return time;
  date.setUTCSeconds(date.getUTCSeconds() + seconds);
  return date.toISOString().slice(0, 19);
}

/**
 * Where a pull begins: somewhat before the newest time seen, since an hour repeats when the clocks go
 * back and several records share a second; what comes again unchanged is not written again. When a pull
 * has ended two hours after that time was first seen, and found nothing newer, whatever changes from
 * then on is later, clock change or not: then just after it, so that a large import is not read for ever.
 */
export function startAfter({ modifiedUpTo, reachedAt, completedAt }: Cursor): string {
  const isSettled = completedAt.getTime() - reachedAt.getTime() >= SETTLED_MS;
  return shifted(modifiedUpTo, isSettled ? 1 : -OVERLAP_SECONDS);
}
