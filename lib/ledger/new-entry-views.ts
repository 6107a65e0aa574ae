import { sql } from "drizzle-orm";
import { z } from "zod";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { ENTRY_JOINS, type EntrySync, entrySync, withoutWords } from "./entry-state";

/** An item, a customer or a job that QuickBooks does not have yet. */
export interface NewEntryRow {
  list: "item" | "customer";
  id: string;
  /** Without the names above it: what can be renamed. */
  name: string;
  fullName: string;
  /** item: its kind, qbXML's own name. */
  itemType: string | null;
  sync: EntrySync;
}

/** More than this nobody works off by hand. */
const MOST = 200;

/** What was entered here of items, customers and jobs and is not in QuickBooks, the refused first. */
export const listNewEntries = query({
  name: "ledger.read",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, db }, { connectionId }): Promise<NewEntryRow[]> {
    const entries = (list: "item" | "customer", table: string, itemType: string) => sql`
      select json_build_object('list', ${list}::text, 'id', r.id, 'name', r.name, 'fullName', r.full_name,
        'itemType', ${sql.raw(itemType)}, 'sync', ${entrySync(list)}) as row, e.id is null as calm, lower(r.full_name) as place
      from ${sql.raw(table)} r join connections n on n.id = r.connection_id and n.org_id = ${actor.orgId}
      ${ENTRY_JOINS} where r.connection_id = ${connectionId} and r.list_id is null and r.deleted_at is null`;
    const found = await db.execute<{ row: NewEntryRow }>(sql`
      select row from (${entries("item", "items", "r.item_type")}
        union all ${entries("customer", "customers", "null")}) x
      order by calm, place limit ${MOST}`);
    const rows = found.rows.map(({ row }) => row);
    return may(actor, "sync-error.read")
      ? rows
      : rows.map((row) => ({ ...row, sync: withoutWords(row.sync) }));
  },
});
