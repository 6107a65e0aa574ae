import { type SQL, sql } from "drizzle-orm";

/**
 * Whose bill it is: who entered it, and whoever changed, since it was approved last, something that asks for
 * approval anew. Where nobody approves their own bills, these may not. An array of ids.
 * @param bill the alias of the bill's row
 */
export const authorsOf = (bill: string): SQL =>
  sql.raw(`array_remove(array_prepend(${bill}.entered_by, ${bill}.changed_by), null)`);

/** The same of a row that was read. */
export const authorIdsOf = (bill: { enteredBy: string | null; changedBy: readonly string[] }): string[] => [
  ...(bill.enteredBy === null ? [] : [bill.enteredBy]),
  ...bill.changedBy,
];
