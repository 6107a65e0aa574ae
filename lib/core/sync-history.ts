/** Days for which the messages of a run are kept, where an organisation chose nothing else. */
export const SYNC_HISTORY_DAYS = 90;

/** What may be chosen. */
export const SYNC_HISTORY_CHOICES = [14, 30, 90, 180, 365, 1_095] as const;
