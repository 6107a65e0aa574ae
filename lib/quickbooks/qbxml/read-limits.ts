/** Where reading stops, so that no document, however hostile, takes all memory. */
export interface ReadLimits {
  /** Characters of the whole document. */
  readonly maxCharacters: number;
  /** Elements inside one another; QuickBooks' deepest reply has nine. */
  readonly maxDepth: number;
  /** Characters between one tag's end and the next, roughly: one text, one tag, one comment. */
  readonly maxToken: number;
  /** Elements of one record; a bill of ten thousand lines has under 200,000. */
  readonly maxRecordElements: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxCharacters: 2_000_000_000,
  maxDepth: 64,
  maxToken: 1_000_000,
  maxRecordElements: 500_000,
};
