/** Our own words for what can be wrong with a connection, where neither QuickBooks nor COM gives a code. */
export const TROUBLE_CODES = [
  "second-computer",
  "late-call",
  "repeated-call",
  "foreign-company-file",
  "country",
  "too-old",
  "no-company",
  "no-answer",
  "unreadable-answer",
  "look-up-failed",
  "outcome-unknown",
  "restored-backup",
] as const;

export type TroubleCode = (typeof TROUBLE_CODES)[number];
