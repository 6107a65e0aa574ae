import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DEEPEST } from "./entry-names";
import { ENTERED_LISTS, LISTS, type ListName } from "./lists";

/** Lists whose entries stand under one another. */
export const isNested = (list: ListName): boolean => "parent_list_id" in LISTS[list].columns;

/** What an entry names as its parent: QuickBooks' ListID, or our own id where QuickBooks does not have the parent yet. */
const parentKey = (list: ListName) =>
  ENTERED_LISTS.some((entered) => entered === list)
    ? sql`coalesce(c.parent_list_id, c.entered->>'parentId')`
    : sql`c.parent_list_id`;

/**
 * Gives all that stands under these entries its path anew. A new name of a customer is in the paths of its
 * jobs at once in QuickBooks, which says nothing that we know of about their time of modification: a pull
 * of changes may never bring them.
 */
export async function carryNames(tx: Tx, list: ListName, connectionId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const table = sql.raw(LISTS[list].table);
  // The depth ends what damaged parents that name one another would make endless.
  await tx.execute(sql`
    with recursive under as (
      select id, list_id, full_name, 1 as depth from ${table}
      where connection_id = ${connectionId} and id = any(${sql.param(ids)}::uuid[])
      union all
      select c.id, c.list_id, u.full_name || ':' || c.name, u.depth + 1
      from under u cross join lateral (values (u.list_id), (u.id::text)) as k(key)
      join ${table} c on c.connection_id = ${connectionId} and ${parentKey(list)} = k.key
      where c.deleted_at is null and u.depth < ${DEEPEST}
    )
    update ${table} set full_name = under.full_name
    from under where ${table}.id = under.id and ${table}.full_name is distinct from under.full_name`);
}
