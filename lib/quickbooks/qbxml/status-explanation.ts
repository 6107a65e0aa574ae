/** How a code is explained to the people who have to act. */

/**
 * - `ok`, `empty`, `saved-with-remark`: done (an Add with a warning IS saved; sending it again doubles it)
 * - `retry-later`: nothing wrong with the request; try in a later run
 * - `refresh`: read the entries again, rebuild, send again
 * - `duplicate`: look the name up and link it, or choose another
 * - `not-processed`: an earlier request of the set failed; this one was not tried
 * - `user-must-act`: somebody has to change something, here or in QuickBooks
 * - `our-bug`: Countersign sent something it should not have
 * - `unknown-outcome`: it may or may not have been saved; ask QuickBooks before sending again
 */
export type StatusClass =
  | "ok"
  | "empty"
  | "saved-with-remark"
  | "retry-later"
  | "refresh"
  | "duplicate"
  | "not-processed"
  | "user-must-act"
  | "our-bug"
  | "unknown-outcome";

/** Who can put it right: the person at QuickBooks, Accounting Access here, an Admin of QuickBooks, or Countersign. */
export type Helper = "bookkeeper" | "accounting" | "admin" | "us";

export interface StatusExplanation {
  readonly code: number;
  readonly class: StatusClass;
  readonly who: Helper;
  readonly meaning: string;
  readonly fix: string;
  /** Does a refusal with this code use up one of a job's attempts? */
  readonly costsAttempt: boolean;
}

export type StatusRow = readonly [code: number, kind: StatusClass, who: Helper, meaning: string, fix: string];

export const NOTHING = "Nothing to do.";
export const REPORT = "Report this to Countersign support; the record waits.";
