import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Actor } from "@/lib/access/actor";

type Told = { kind: string; billId: string; isRead: boolean; told: Record<string, string> };

/** What somebody was told of one bill, in order. */
export async function toldTo(db: Db, actor: Actor, billId: string): Promise<Told[]> {
  const { rows } = await db.execute<Told>(sql`
    select kind, bill_id as "billId", read_at is not null as "isRead", data as told from notifications
    where user_id = ${actor.userId} and bill_id = ${billId} order by created_at, id`);
  return rows;
}

/** The same in short: "waits", "rejected (read)". */
export const kindsTold = async (db: Db, actor: Actor, billId: string): Promise<string[]> =>
  (await toldTo(db, actor, billId)).map(({ kind, isRead }) => (isRead ? `${kind} (read)` : kind));
