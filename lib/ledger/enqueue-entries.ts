import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { enqueue } from "@/lib/queue/queue";
import { ENTERED_LISTS, type EnteredList, LISTS } from "./lists";

/** An entry that QuickBooks does not have yet. */
export interface WaitingEntry {
  list: EnteredList;
  id: string;
  fullName: string;
}

/** Why a record waits for an entry. */
export const waitsForEntry = (list: EnteredList, fullName: string): string =>
  `${LISTS[list].label} ${fullName} is not in QuickBooks yet.`;

/**
 * Puts those of these entries into the sync queue that QuickBooks does not have, with what they stand
 * under: parents first, each child blocked on its own. Gives the entries asked for that are not there yet.
 */
export async function enqueueEntries(
  tx: Tx,
  place: { orgId: string; connectionId: string },
  wanted: Partial<Record<EnteredList, (string | null)[]>>,
): Promise<WaitingEntry[]> {
  const waiting: WaitingEntry[] = [];
  for (const list of ENTERED_LISTS) {
    const ids = [...new Set((wanted[list] ?? []).flatMap((id) => id ?? []))];
    if (ids.length === 0) continue;
    const table = sql.raw(LISTS[list].table);
    const found = await tx.execute<{
      id: string;
      fullName: string;
      parentId: string | null;
      parentName: string | null;
    }>(sql`
      with recursive tree as (
        select r.id, r.full_name, (r.entered->>'parentId')::uuid as parent_id, 0 as above from ${table} r
        where r.id = any(${sql.param(ids)}::uuid[]) and r.connection_id = ${place.connectionId}
          and r.list_id is null and r.deleted_at is null
        union all
        select p.id, p.full_name, (p.entered->>'parentId')::uuid, tree.above + 1
        from tree join ${table} p on p.id = tree.parent_id and p.list_id is null and p.deleted_at is null
      )
      select t.id, t.full_name as "fullName", p.id as "parentId", p.full_name as "parentName"
      from (select id, full_name, parent_id, max(above) as above from tree group by 1, 2, 3) t
      left join ${table} p on p.id = t.parent_id and p.list_id is null and p.deleted_at is null
      order by t.above desc, lower(t.full_name)`);
    for (const { id, fullName, parentId, parentName } of found.rows) {
      const blocked = parentId
        ? { blockedOn: parentId, blockedReason: waitsForEntry(list, parentName ?? "") }
        : {};
      await enqueue(tx, { ...place, kind: list, subjectId: id, ...blocked });
      if (ids.includes(id)) waiting.push({ list, id, fullName });
    }
  }
  return waiting;
}
