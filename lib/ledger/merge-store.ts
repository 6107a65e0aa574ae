import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LISTS, type ListName } from "./lists";
import { moveReferences } from "./move-references";

/** A place that named one entry of a list, and what it names now: by ListID; null where it names none, or is gone. */
export interface Reference {
  list: ListName;
  from: string;
  to: string | null;
}

/** A merge that nothing speaks against: the first entry is gone from QuickBooks, the second is there. */
export interface Merge {
  list: ListName;
  from: string;
  to: string;
  fromName: string;
  toName: string;
  /** Not known before. */
  isNew: boolean;
}

/** The entries that every place which named them names by one and the same other now. */
function movedAsOne(references: Reference[]): Map<string, string> {
  const targets = new Map<string, Set<string | null>>();
  for (const { from, to } of references) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const moved = new Map<string, string>();
  for (const [from, [to, ...others]] of targets) {
    if (to && to !== from && others.length === 0) moved.set(from, to);
  }
  return moved;
}

/**
 * Which entries these references show to be merged: QuickBooks lets everything that named the one entry name the
 * other, and the first is deleted. An entry that is still there was replaced by hand; so was one that some places
 * name by one entry now and some by another, or by none: it was deleted, and that is all. What names the first
 * here follows to the survivor.
 */
export async function takeInMerges(tx: Tx, connectionId: string, references: Reference[]): Promise<Merge[]> {
  const merges: Merge[] = [];
  for (const list of Object.keys(LISTS) as ListName[]) {
    const moved = movedAsOne(references.filter((reference) => reference.list === list));
    if (moved.size === 0) continue;
    const ofList = [...moved].map(([from, to]) => ({ from, to }));
    const table = sql.raw(LISTS[list].table);
    const found = await tx.execute<{
      from: string;
      to: string;
      fromId: string;
      toId: string;
      fromName: string;
      toName: string;
      isNew: boolean;
    }>(sql`
      select distinct l.list_id as "from", s.list_id as "to", l.id as "fromId", s.id as "toId", l.full_name as "fromName",
        s.full_name as "toName", l.merged_into is distinct from s.id as "isNew"
      from json_to_recordset(${JSON.stringify(ofList)}::json) as x("from" text, "to" text)
      join ${table} l on l.connection_id = ${connectionId} and l.list_id = x."from" and l.deleted_at is not null
      join ${table} s on s.connection_id = ${connectionId} and s.list_id = x."to" and s.deleted_at is null
      left join ${table} m on m.id = l.merged_into
      where m.id is null or m.id = s.id or m.deleted_at is not null`);
    const fresh = found.rows.filter((row) => row.isNew);
    for (const { fromId, toId } of fresh) {
      await tx.execute(sql`update ${table} set merged_into = ${toId} where id = ${fromId}`);
    }
    await moveReferences(tx, list, fresh);
    merges.push(
      ...found.rows.map(({ from, to, fromName, toName, isNew }) => ({
        list,
        from,
        to,
        fromName,
        toName,
        isNew,
      })),
    );
  }
  return merges;
}
