import { sql } from "drizzle-orm";

/** An entry of a list that a record names, as the ledger has it. */
export interface NamedEntry {
  /** What people call it there: "A/P account". */
  what: string;
  name: string;
  isActive: boolean;
  isDeleted: boolean;
  /** The name of the entry that QuickBooks merged it into. */
  mergedInto: string | null;
}

/** A NamedEntry, as JSON, of a row `alias` of a list's table; null where there is no row. */
export const namedEntry = (table: string, alias: string, what: string) =>
  sql.raw(`case when ${alias}.id is null then null else json_build_object('what', '${what}', 'name', ${alias}.full_name,
    'isActive', ${alias}.is_active, 'isDeleted', ${alias}.deleted_at is not null, 'mergedInto', (
      select m.full_name from ${table} m where m.id = ${alias}.merged_into and m.deleted_at is null)) end`);

/**
 * Why QuickBooks would refuse a record that names these entries, in words, of the first that it would refuse for.
 * @param wayOut what to do where nothing can be done in QuickBooks, as the end of a sentence: "take the payment back"
 */
export function whyRefused(entries: readonly (NamedEntry | null)[], wayOut: string): string | undefined {
  for (const entry of entries) {
    if (!entry) continue;
    const name = `${entry.what} ${entry.name}`;
    const orElse = `${wayOut.charAt(0).toUpperCase()}${wayOut.slice(1)}.`;
    if (entry.mergedInto) return `${name} was merged into ${entry.mergedInto} in QuickBooks. ${orElse}`;
    if (entry.isDeleted) return `${name} was deleted in QuickBooks. ${orElse}`;
    if (!entry.isActive) return `${name} is inactive in QuickBooks. Make it active there, or ${wayOut}.`;
  }
  return undefined;
}
