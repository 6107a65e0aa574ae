/**
 * The life of a job. A move is one guarded UPDATE … WHERE state IN (from): a late or repeated answer
 * finds nothing to move and changes nothing.
 *
 *     waiting ──send──▶ sent ──finish──▶ done
 *       ▲  ▲             │ └──lose──▶ in_doubt ──finish──▶ done
 *       │  │             │               └──clear──▶ waiting        (proved: never processed)
 *       │  ├──refuse─────┤                                          (attempts 1 and 2)
 *       │  │             └──give up──▶ removed ──requeue──▶ waiting (attempts 0)
 *       └── blocked ◀──block── waiting, sent, in_doubt     withdrawn: the bill was un-approved before it was sent
 */
export const JOB_STATES = ["waiting", "blocked", "sent", "in_doubt", "removed", "done", "withdrawn"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Of a job that is not over: one at most for a record, as the index jobs_open_key has it, in these words. */
export const OPEN_STATES = [
  "waiting",
  "blocked",
  "sent",
  "in_doubt",
  "removed",
] as const satisfies JobState[];

interface Move {
  from: readonly JobState[];
  to: JobState;
}

export const JOB_MOVES = {
  send: { from: ["waiting"], to: "sent" },
  block: { from: ["waiting", "sent", "in_doubt"], to: "blocked" },
  unblock: { from: ["blocked"], to: "waiting" },
  finish: { from: ["sent", "in_doubt"], to: "done" },
  lose: { from: ["sent"], to: "in_doubt" },
  clear: { from: ["sent", "in_doubt"], to: "waiting" },
  refuse: { from: ["sent", "in_doubt"], to: "waiting" },
  giveUp: { from: ["sent", "in_doubt"], to: "removed" },
  requeue: { from: ["removed"], to: "waiting" },
  withdraw: { from: ["waiting", "blocked", "removed"], to: "withdrawn" },
} as const satisfies Record<string, Move>;

export type JobMove = keyof typeof JOB_MOVES;

/** Refusals by QuickBooks before a job leaves the queue. */
export const MAX_ATTEMPTS = 3;

/** Most requests in one message: enough to make round trips rare, few enough to answer in seconds. */
export const BATCH_SIZE = 100;
