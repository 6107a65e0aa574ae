import type { ProvenEntry } from "./proven-entry";
import type { BillRecord } from "./record-of-bills";

/** What goes into a file: bills, each with all of its record, and what changed in the settings. */
export interface RecordContents {
  bills: AsyncIterable<BillRecord>;
  /** Some at a time, in the order of their chain; absent where a file is about one bill. */
  settings?: AsyncIterable<ProvenEntry[]>;
}
