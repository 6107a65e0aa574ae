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

/** So many of the newest records of a kind are asked for in every run, to see whether a backup was restored. */
export const NEWEST_ASKED = 10;

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

/** When a record was last changed, as QuickBooks wrote it: its local time, with an offset that is wrong in summer. */
export function changedAt({ record }: ReadRecord): string {
  const time = record.TimeModified ?? record.TimeDeleted;
  return typeof time === "string" ? time : "";
}

/** How far a list or a kind of transaction has been read. */
export interface Cursor {
  /** The newest time seen, as QuickBooks wrote it. */
  modifiedUpTo: string;
  /** When it first stood there, and when a pull last ended, by our clock. */
  reachedAt: Date;
  completedAt: Date;
}

const HOUR = 60 * 60;

/** The farthest that the clock there may go back: from New York's summer to Honolulu are six hours. */
const OVERLAP_SECONDS = 7 * HOUR;
const SETTLED_MS = 8 * HOUR * 1000;

/** YYYY-MM-DDTHH:MM:SS, before the offset. */
const LOCAL_LENGTH = 19;

function shifted(time: string, seconds: number): string {
  const date = new Date(`${time}Z`);
  if (Number.isNaN(date.getTime())) return time;
  date.setUTCSeconds(date.getUTCSeconds() + seconds);
  return date.toISOString().slice(0, LOCAL_LENGTH);
}

/**
 * The latest that a clock could show there at a moment. QuickBooks prints the offset of standard time in
 * summer too, so it may be an hour later; without an offset it may be anywhere on earth.
 */
function latestClock(at: Date, offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? ["", "+", "13", "00"];
  const seconds = Number(`${sign}1`) * (Number(hours) * HOUR + Number(minutes) * 60);
  return shifted(at.toISOString().slice(0, LOCAL_LENGTH), seconds + HOUR);
}

/**
 * Where a pull begins: somewhat before the newest time seen, since the clock there may be set back, by the end of
 * summer or by a move to the west, and several records share a second; what comes again unchanged is not written
 * again. When a pull has ended long enough after that time was first seen, and found nothing newer, whatever
 * changes from then on is later, whatever the clock did: then just after it, so that a large import is not read for
 * ever. A time that no right clock could have shown when the last pull ended was stamped by one that was ahead; it
 * says nothing, and the pull begins before the end of that last one.
 */
export function startAfter({ modifiedUpTo, reachedAt, completedAt }: Cursor): string {
  const upTo = modifiedUpTo.slice(0, LOCAL_LENGTH);
  const clock = latestClock(completedAt, modifiedUpTo.slice(LOCAL_LENGTH));
  if (upTo > clock) return shifted(clock, -OVERLAP_SECONDS);
  const isSettled = completedAt.getTime() - reachedAt.getTime() >= SETTLED_MS;
  return shifted(upTo, isSettled ? 1 : -OVERLAP_SECONDS);
}
