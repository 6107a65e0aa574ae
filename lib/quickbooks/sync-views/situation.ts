import type { Helper } from "@/lib/quickbooks/qbxml/status-explanation";

/** Something that happens to companies, told as they meet it: one code may mean several of these, and one may come as several codes. */
export interface Situation {
  /** Where links to it lead, within the help. */
  id: string;
  title: string;
  /** Status codes, HRESULTs and words of ours that it comes with; none where it shows on the bill alone. */
  codes: readonly string[];
  /**
   * Where a code means several things: what QuickBooks' words have in common when it means this one. A
   * help to the reader alone; no program decides by it.
   */
  words?: RegExp;
  meaning: string;
  /** What Countersign does by itself. */
  handled: string;
  fix: string;
  who: Helper;
}
