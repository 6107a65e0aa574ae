import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { carryNames, isNested } from "./carry-names";
import { LISTS, type ListName, type ListRecord } from "./lists";

const COMMON = {
  list_id: "text",
  edit_sequence: "text",
  time_modified: "text",
  name: "text",
  full_name: "text",
  is_active: "boolean",
} as const;

/** Statement parts of a list, made once: names come from the table in lists.ts alone, never from input. */
const statements = new Map(
  Object.entries(LISTS).map(([list, { table, columns }]) => {
    const types: Record<string, string> = { ...COMMON, ...columns };
    const names = Object.keys(types);
    return [
      list,
      {
        table: sql.raw(table),
        names: sql.raw(names.join(", ")),
        record: sql.raw(`x(${names.map((name) => `${name} ${types[name]}`).join(", ")})`),
        assignments: sql.raw(names.map((name) => `${name} = excluded.${name}`).join(", ")),
        differs: sql.raw(
          `(${names.map((name) => `${table}.${name}`).join(", ")}) is distinct from (${names.map((name) => `excluded.${name}`).join(", ")})`,
        ),
      },
    ];
  }),
);

const rowOf = (record: ListRecord) => ({
  list_id: record.listId,
  edit_sequence: record.editSequence,
  time_modified: record.timeModified,
  name: record.name,
  full_name: record.fullName,
  is_active: record.isActive,
  ...record.fields,
});

/**
 * Takes a batch of one list in as QuickBooks has it: one statement, whatever its size (some thousand
 * rows at most). Rows that did not change are not written.
 */
export async function upsertList(
  tx: Tx,
  list: ListName,
  connectionId: string,
  records: ListRecord[],
): Promise<void> {
  const statement = statements.get(list);
  if (!statement || records.length === 0) return;
  // A record twice in one statement would make ON CONFLICT fail; the later one is the newer.
  const unique = [...new Map(records.map((record) => [record.listId, record])).values()];
  await adoptOwn(tx, list, connectionId, unique);
  const { table, names, record, assignments, differs } = statement;
  const upsert = sql`
    insert into ${table} (connection_id, ${names})
    select ${connectionId}::uuid, ${names} from json_to_recordset(${JSON.stringify(unique.map(rowOf))}::json) as ${record}
    on conflict (connection_id, list_id) do update set ${assignments}, deleted_at = null
    where ${differs} or ${table}.deleted_at is not null`;
  if (!isNested(list)) {
    await tx.execute(upsert);
    return;
  }
  // All parts of a statement see what was there before it: here the names that are about to change.
  const renamed = await tx.execute<{ id: string }>(sql`
    with before as (select id, list_id, full_name from ${table} where connection_id = ${connectionId}),
    now as (${upsert} returning id, list_id, full_name)
    select now.id from now join before on before.id = now.id and before.full_name <> now.full_name`);
  await carryNames(
    tx,
    list,
    connectionId,
    renamed.rows.map(({ id }) => id),
  );
}

/** An entry that we added comes back under our own mark: it is that entry, not another of the name. */
async function adoptOwn(tx: Tx, list: ListName, connectionId: string, records: ListRecord[]): Promise<void> {
  const marked = records.flatMap((r) =>
    r.fields.external_guid ? [{ guid: r.fields.external_guid, list_id: r.listId }] : [],
  );
  if (marked.length === 0) return;
  const table = sql.raw(LISTS[list].table);
  await tx.execute(sql`
    update ${table} set list_id = x.list_id
    from json_to_recordset(${JSON.stringify(marked)}::json) as x(guid text, list_id text)
    where ${table}.connection_id = ${connectionId} and ${table}.list_id is null and ${table}.deleted_at is null
      and lower(${table}.external_guid) = lower(x.guid)
      and not exists (select 1 from ${table} o where o.connection_id = ${connectionId} and o.list_id = x.list_id)`);
}

/** Marks what QuickBooks deleted; records stay, since bills name them. */
export async function markDeleted(
  tx: Tx,
  list: ListName,
  connectionId: string,
  listIds: string[],
): Promise<void> {
  if (listIds.length === 0) return;
  await tx.execute(sql`
    update ${sql.raw(LISTS[list].table)} set deleted_at = now(), is_active = false
    where connection_id = ${connectionId} and list_id = any(${sql.param(listIds)}::text[]) and deleted_at is null`);
}

/** Marks what a full pull did not see. Entries that QuickBooks does not have yet are not among them. */
export async function markUnseen(
  tx: Tx,
  list: ListName,
  connectionId: string,
  pull: { runId: string; kind: string },
): Promise<void> {
  const table = sql.raw(LISTS[list].table);
  await tx.execute(sql`
    update ${table} set deleted_at = now(), is_active = false
    where connection_id = ${connectionId} and list_id is not null and deleted_at is null
      and not exists (select 1 from pull_seen s where s.run_id = ${pull.runId} and s.kind = ${pull.kind}
        and s.record_id = ${table}.list_id)`);
}

/** The newest time that QuickBooks has put on any record of its lists, as it wrote it: its own clock, as far as we know it. */
export async function newestListTime(tx: Tx, connectionId: string): Promise<string | null> {
  const parts = Object.values(LISTS).map(
    ({ table }) =>
      sql`select max(time_modified) as t from ${sql.raw(table)} where connection_id = ${connectionId}`,
  );
  const result = await tx.execute<{ t: string | null }>(
    sql`select max(t) as t from (${sql.join(parts, sql` union all `)}) all_lists`,
  );
  return result.rows[0]?.t ?? null;
}
