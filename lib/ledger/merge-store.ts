import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LISTS, type ListName } from "./lists";
import { moveReferences } from "./move-references";

/** A record that named one entry of a list and now names another: by ListID. */
export interface ReferenceMove {
  list: ListName;
  from: string;
  to: string;
}

/** A merge that is proved: the first entry is gone from QuickBooks, the second is there. */
export interface Merge extends ReferenceMove {
  fromName: string;
  toName: string;
  /** Not known before. */
  isNew: boolean;
}

/**
 * Which of these moves are merges: QuickBooks lets everything that named the one entry name the other,
 * and the first is deleted. An entry that is still there was replaced by hand. What names the first here
 * follows to the survivor.
 */
export async function takeInMerges(tx: Tx, connectionId: string, moves: ReferenceMove[]): Promise<Merge[]> {
  const merges: Merge[] = [];
  for (const list of Object.keys(LISTS) as ListName[]) {
    const ofList = moves.filter((move) => move.list === list);
    if (ofList.length === 0) continue;
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
      join ${table} s on s.connection_id = ${connectionId} and s.list_id = x."to" and s.deleted_at is null`);
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
