/** What a job writes, and its place in the order: what others depend on goes first. */
export const JOB_RANKS = { vendor: 10, bill: 50 } as const;

export type JobKind = keyof typeof JOB_RANKS;
