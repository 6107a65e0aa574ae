const LEAST = 100;
const MOST = 5000;
const FIRST = 500;

/** What one answer should weigh at most: read in well under a second. */
const TARGET_BYTES = 4 * 1024 * 1024;
/** It arrives escaped, about half as long again, and the next records may be longer than these. */
const TIMES_BELOW_ACCEPTED = 4;
/** From sent to answered: long before any time-out, and short enough for the progress bar to move. */
const TARGET_MS = 10_000;

/** Fewer round trips than this are not worth reading a page again. */
const WORTH_STARTING_AGAIN = 5;

const targetOf = (acceptedBytes: number): number =>
  Math.min(TARGET_BYTES, acceptedBytes / TIMES_BELOW_ACCEPTED);

/**
 * How many records to ask for in the first page of a list that was never read.
 * @param acceptedBytes the longest call that gets through to the server
 */
export const firstPage = (acceptedBytes: number): number =>
  targetOf(acceptedBytes) < TARGET_BYTES ? LEAST : FIRST;

/** A page as it came. */
export interface MeasuredPage {
  records: number;
  bytes: number;
  /** From the moment its request was sent until its answer was all here. */
  ms: number;
}

/**
 * How many records to ask for, after a page of `asked` came so: as many as weigh the target, or take the
 * target's time, whichever is fewer; in hundreds. A page of a few records says nothing of many.
 * @param acceptedBytes the longest call that gets through to the server
 */
export function pageSizeAfter(
  asked: number,
  { records, bytes, ms }: MeasuredPage,
  acceptedBytes: number,
): number {
  if (records < LEAST) return asked;
  const byWeight = targetOf(acceptedBytes) / (Math.max(1, bytes) / records);
  const byTime = TARGET_MS / (Math.max(1, ms) / records);
  const hundreds = Math.floor(Math.min(byWeight, byTime) / 100) * 100;
  return Math.min(MOST, Math.max(LEAST, hundreds));
}

/**
 * Whether to begin again in pages of the size that the first page taught: an iterator keeps the size it began
 * with, and what comes again unchanged is not written, so a long list is through in fewer round trips.
 * @param received records of the first page, which would come again
 * @param remaining records that are still to come
 */
export function isWorthStartingAgain(
  asked: number,
  learnt: number,
  { received, remaining }: { received: number; remaining: number },
): boolean {
  const goingOn = Math.ceil(remaining / asked);
  const again = Math.ceil((received + remaining) / learnt);
  return goingOn - again >= WORTH_STARTING_AGAIN;
}
