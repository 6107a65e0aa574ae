import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { groupMembers, groups } from "@/db/schema";

export interface GroupRow {
  id: string;
  name: string;
  memberIds: string[];
}

/** The groups of an organisation, by name. */
export async function getGroupRows(db: Tx | Db, orgId: string): Promise<GroupRow[]> {
  const { rows } = await db.execute<GroupRow & Record<string, unknown>>(sql`
    select g.id, g.name, coalesce((select array_agg(m.user_id::text order by m.user_id) from group_members m
      where m.group_id = g.id), '{}') as "memberIds"
    from groups g where g.org_id = ${orgId} order by lower(g.name), g.id`);
  return rows;
}

export async function insertGroup(tx: Tx, orgId: string, name: string): Promise<string> {
  const [row] = await tx.insert(groups).values({ orgId, name }).returning({ id: groups.id });
  if (!row) throw new Error("a group was not stored");
  return row.id;
}

export async function renameGroup(tx: Tx, groupId: string, name: string): Promise<void> {
  await tx.update(groups).set({ name }).where(eq(groups.id, groupId));
}

export async function setMembers(tx: Tx, groupId: string, memberIds: readonly string[]): Promise<void> {
  await tx.delete(groupMembers).where(eq(groupMembers.groupId, groupId));
  await tx.insert(groupMembers).values(memberIds.map((userId) => ({ groupId, userId })));
}

export async function removeGroup(tx: Tx, groupId: string): Promise<void> {
  await tx.delete(groups).where(eq(groups.id, groupId));
}
