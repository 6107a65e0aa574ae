/** How a code is explained to the people who have to act. */

/**
 * - `ok`, `empty`, `saved-with-remark`: done (an Add with a warning IS saved; sending it again doubles it)
 * - `retry-later`: nothing wrong with the request; try in a later run
 * - `refresh`: read the entries again, rebuild, send again
 * - `duplicate`: look the name up and link it, or choose another
 * - `not-processed`: an earlier request of the set failed; this one was not tried
 * - `no-permission`: QuickBooks lets Countersign, or its user, do nothing of the kind: no fault of the record
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
  | "no-permission"
  | "user-must-act"
  | "our-bug"
  | "unknown-outcome";

/**
 * Who can put it right. Here: whoever entered the record, Accounting Access, an Admin. There: the person at
 * the QuickBooks computer. `itself`: nobody has to, Countersign does. `support`: an error of Countersign's.
 */
export type Helper = "clerk" | "accounting" | "admin" | "bookkeeper" | "itself" | "support";

export interface StatusExplanation {
  readonly code: number;
  /** The last code of a range that means one thing; absent for a single code. */
  readonly upTo?: number;
  readonly class: StatusClass;
  readonly who: Helper;
  readonly meaning: string;
  readonly fix: string;
  /** Is it a refusal of this very request, so that it uses up one of a job's attempts (at most one a run)? */
  readonly costsAttempt: boolean;
}

export type StatusRow = readonly [
  code: number | readonly [from: number, upTo: number],
  kind: StatusClass,
  who: Helper,
  meaning: string,
  fix: string,
];

/** What Countersign itself does about an answer of each class, for the help. */
export const HANDLED: Record<StatusClass, string> = {
  ok: "It counts as done.",
  empty: "It counts as an empty answer.",
  "saved-with-remark": "The record counts as saved and is never sent a second time.",
  "retry-later":
    "It goes again in the next run. Each run in which QuickBooks refuses it costs one attempt of three.",
  refresh: "The record is fetched from QuickBooks and what can be settled from it is settled.",
  duplicate: "The name is looked up in QuickBooks, and the same record there is linked, not doubled.",
  "not-processed": "It goes again by itself.",
  "no-permission":
    "It is shown as a trouble of the connection and costs no attempt. The records wait and go in the next run.",
  "user-must-act": "It goes again in the next run, three times in all, then it leaves the queue.",
  "our-bug": "It goes again in the next run, three times in all, then it leaves the queue.",
  "unknown-outcome": "Nothing is sent again before QuickBooks has been asked what became of it.",
};

export const NOTHING = "Nothing to do.";
export const REPORT = "Report this to Countersign support; the record waits.";
