import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** A ListID in QuickBooks' words, and whose it is. */
export interface NamedId {
  listId: string;
  name: string;
}

const LIST_ID = /\b[0-9A-F]{1,8}-\d{6,10}\b/gi;

export const listIdsIn = (words: string): string[] => [...new Set(words.match(LIST_ID) ?? [])];

const LISTS = ["accounts", "vendors", "customers", "items", "classes", "terms"];

/** The names of the list entries that these words speak of by ListID: we send ListIDs, and QuickBooks says them back. */
export async function findNamedIds(db: Db, orgId: string, words: readonly string[]): Promise<NamedId[]> {
  const ids = [...new Set(words.flatMap(listIdsIn))];
  if (ids.length === 0) return [];
  const lists = LISTS.map(
    (table) => sql`select e.list_id as "listId", e.full_name as name from ${sql.raw(table)} e
      join connections n on n.id = e.connection_id
      where n.org_id = ${orgId} and e.list_id = any(${sql.param(ids)}::text[])`,
  );
  const { rows } = await db.execute<{ listId: string; name: string }>(
    sql`${sql.join(lists, sql` union `)} order by name`,
  );
  return rows;
}

/** Of these names, those that the words speak of. */
export const namedIn = (words: string, named: readonly NamedId[]): NamedId[] => {
  const ids = new Set(listIdsIn(words));
  return named.filter(({ listId }) => ids.has(listId));
};
