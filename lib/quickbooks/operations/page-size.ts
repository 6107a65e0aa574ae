/** Records in the first page of a list that was never read. */
export const FIRST_PAGE = 500;
const LEAST = 100;
const MOST = 5000;

/** What one answer should weigh at most: read in well under a second, far below what the server accepts. */
const TARGET_BYTES = 4 * 1024 * 1024;
/** From sent to answered: long before any time-out, and short enough for the progress bar to move. */
const TARGET_MS = 10_000;

/** Fewer round trips than this are not worth reading a page again. */
const WORTH_STARTING_AGAIN = 5;

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
 */
export function pageSizeAfter(asked: number, { records, bytes, ms }: MeasuredPage): number {
  if (records < LEAST) return asked;
  const byWeight = TARGET_BYTES / (Math.max(1, bytes) / records);
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
