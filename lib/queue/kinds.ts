/** What a job writes, and its place in the order: what others depend on goes first. */
export const JOB_RANKS = { vendor: 10, item: 20, customer: 30, bill: 50, payment: 60, removal: 70 } as const;

export type JobKind = keyof typeof JOB_RANKS;
