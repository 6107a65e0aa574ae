import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Takes a chore for this server: true where nobody has done it since `doneBefore`. It counts as done when the
 * transaction commits; until then others wait for it.
 */
export async function claimChore(
  tx: Tx,
  orgId: string,
  name: string,
  { doneBefore, now }: { doneBefore: Date; now: Date },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into chores (org_id, name, done_at) values (${orgId}, ${name}, ${now.toISOString()})
    on conflict (org_id, name) do update set done_at = excluded.done_at
      where chores.done_at < ${doneBefore.toISOString()}
    returning name`);
  return rows.length > 0;
}
