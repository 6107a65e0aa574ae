import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections } from "@/db/schema";
import { AppError } from "@/lib/core/errors";
import { DEEPEST, ENTRY_WORDS, takenByOther } from "./entry-names";
import { type EnteredList, LISTS } from "./lists";
import { moveReferences } from "./move-references";

/** The organisation's own company file, locked: two people who enter one name take turns. */
export async function lockConnection(tx: Tx, orgId: string, connectionId: string): Promise<void> {
  const found = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.id, connectionId), eq(connections.orgId, orgId), isNull(connections.deletedAt)))
    .for("update");
  if (found.length === 0) throw new AppError("not-found");
}

/** An entry as it stands here, in the organisation's company file; another's is "not found". */
export async function getEntry(
  tx: Tx,
  orgId: string,
  list: EnteredList,
  entryId: string,
): Promise<{ connectionId: string; listId: string | null; name: string; fullName: string }> {
  const table = sql.raw(LISTS[list].table);
  const found = await tx.execute<{
    connectionId: string;
    listId: string | null;
    name: string;
    fullName: string;
  }>(sql`
    select r.connection_id as "connectionId", r.list_id as "listId", r.name, r.full_name as "fullName"
    from ${table} r join connections n on n.id = r.connection_id and n.org_id = ${orgId} and n.deleted_at is null
    where r.id = ${entryId} and r.deleted_at is null for update of r`);
  const entry = found.rows[0];
  if (!entry) throw new AppError("not-found");
  return entry;
}

/** The path of a new entry under its parent; its own name at the top. */
export async function pathUnder(
  tx: Tx,
  list: "item" | "customer",
  connectionId: string,
  parentId: string | null,
  name: string,
): Promise<string> {
  if (parentId === null) return name;
  const found = await tx.execute<{ fullName: string }>(sql`
    select full_name as "fullName" from ${sql.raw(LISTS[list].table)}
    where id = ${parentId} and connection_id = ${connectionId} and deleted_at is null`);
  const parent = found.rows[0];
  if (!parent) throw new AppError("not-found");
  if (parent.fullName.split(":").length >= DEEPEST) {
    throw new AppError("invalid", {
      fields: [
        { path: "parentId", message: `QuickBooks keeps at most ${DEEPEST} levels under one another.` },
      ],
    });
  }
  return `${parent.fullName}:${name}`;
}

/**
 * Refuses a name that QuickBooks would refuse (3100), whatever its case: one of the same list, inactive
 * entries too, and at the top one that a vendor or a customer has, since those share their names.
 * @param self the entry that is being renamed
 */
export async function assertNameFree(
  tx: Tx,
  list: EnteredList,
  connectionId: string,
  fullName: string,
  self: string | null = null,
): Promise<void> {
  const named = (of: EnteredList) => sql`
    select ${of} as list, is_active as "isActive", full_name as "fullName" from ${sql.raw(LISTS[of].table)}
    where connection_id = ${connectionId} and deleted_at is null and lower(full_name) = lower(${fullName})
      and id is distinct from ${self}::uuid`;
  const isTop = !fullName.includes(":");
  const other = !isTop ? null : list === "vendor" ? "customer" : list === "customer" ? "vendor" : null;
  const found = await tx.execute<{ list: EnteredList; isActive: boolean; fullName: string }>(
    other ? sql`${named(list)} union all ${named(other)}` : named(list),
  );
  const same = found.rows.find((row) => row.list === list);
  if (same) {
    const [a, what] = [list === "item" ? "an" : "a", ENTRY_WORDS[list]];
    const message = same.isActive
      ? `There is ${a} ${what} of this name already: ${same.fullName}.`
      : `QuickBooks has an inactive ${what} of this name. Make it active there, or choose another name.`;
    throw new AppError("name-taken", { fields: [{ path: "name", message }] });
  }
  if (found.rows.length > 0 && list !== "item") {
    const message = takenByOther(list, fullName, list === "vendor" ? "a customer's name" : "a vendor's name");
    throw new AppError("name-elsewhere", { fields: [{ path: "name", message }] });
  }
}

/** The ListID that QuickBooks gave an entry of ours. */
export interface EntryLink {
  entryId: string;
  listId: string;
  editSequence: string;
}

/**
 * Gives entries entered here the ListID that QuickBooks gave them. Where the lists brought that same
 * entry in already, all that names ours moves to that one and ours goes: never two of one.
 */
export async function linkEntries(
  tx: Tx,
  list: EnteredList,
  connectionId: string,
  links: EntryLink[],
): Promise<void> {
  if (links.length === 0) return;
  const table = sql.raw(LISTS[list].table);
  // Two that QuickBooks knows as one: the first is linked, the second is its twin.
  const unique = [...new Map([...links].reverse().map((link) => [link.listId, link])).values()];
  const given = (rows: EntryLink[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)
    as x("entryId" uuid, "listId" text, "editSequence" text)`;
  await tx.execute(sql`
    update ${table} set list_id = x."listId", edit_sequence = x."editSequence", is_active = true
    from ${given(unique)} where ${table}.id = x."entryId" and ${table}.connection_id = ${connectionId}
      and ${table}.deleted_at is null
      and not exists (select 1 from ${table} o where o.connection_id = ${connectionId}
        and o.list_id = x."listId" and o.id <> x."entryId")`);
  const twins = await tx.execute<{ fromId: string; toId: string }>(sql`
    select x."entryId" as "fromId", k.id as "toId" from ${given(links)}
    join ${table} k on k.connection_id = ${connectionId} and k.list_id = x."listId" and k.id <> x."entryId"`);
  if (twins.rows.length === 0) return;
  const pairs = sql`json_to_recordset(${JSON.stringify(twins.rows)}::json) as x("fromId" uuid, "toId" uuid)`;
  await moveReferences(tx, list, twins.rows);
  await tx.execute(sql`
    update ${table} set deleted_at = now(), is_active = false, merged_into = x."toId"
    from ${pairs} where ${table}.id = x."fromId"`);
}
