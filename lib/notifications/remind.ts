import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { getSettings } from "@/lib/orgs/settings";
import { addNotifications } from "./add-notifications";
import { WAITING_KINDS } from "./kinds";
import { toldOfWaiting } from "./told-of-waiting";
import type { Waiting } from "./waiting";

type Said = { cause: string; userId: string; kind: string; daysSince: number; days: number };

const key = (userId: string, cause: string): string => `${userId} ${cause}`;

/**
 * Reminds everybody for whom a bill has waited for the organisation's reminderDays since they were last told
 * of it, and tells those who were not told yet: an absence that has ended or begun by itself.
 * Days are counted by the calendar of the organisation's time zone; a reminder takes the place of what was
 * said before, so that a bill is listed as unread once.
 */
export async function remind(
  tx: Tx,
  orgId: string,
  { waiting: asked, now }: { waiting: readonly Waiting[]; now: Date },
): Promise<void> {
  const { reminderDays, timeZone } = await getSettings(tx, orgId);
  const waiting = await toldOfWaiting(tx, orgId, asked);
  if (waiting.length === 0) return;
  const dayOf = (column: string) => sql`(${sql.raw(column)} at time zone ${timeZone})::date`;
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${timeZone})::date`;
  const { rows } = await tx.execute<Said>(sql`
    select user_id as "userId", split_part(cause, '@', 1) as cause,
      ${today} - max(${dayOf("created_at")}) as "daysSince", ${today} - min(${dayOf("created_at")}) as days
    from notifications where org_id = ${orgId} and kind = any(${sql.param([...WAITING_KINDS])}::text[])
      and over_at is null and bill_id = any(${sql.param([...new Set(waiting.map(({ billId }) => billId))])}::uuid[])
    group by user_id, split_part(cause, '@', 1)`);
  const said = new Map(rows.map((row) => [key(row.userId, row.cause), row]));
  const untold = waiting.filter(({ userId, cause }) => !said.has(key(userId, cause)));
  await addNotifications(
    tx,
    orgId,
    untold.map((each) => ({ ...each, kind: "waits", at: now })),
  );
  if (reminderDays === 0) return;
  const due = waiting.flatMap((each) => {
    const last = said.get(key(each.userId, each.cause));
    if (!last || last.daysSince < reminderDays) return [];
    return { ...each, told: { ...each.told, days: last.days } };
  });
  if (due.length === 0) return;
  await tx.execute(sql`
    update notifications n set read_at = now(), mailed_at = coalesce(mailed_at, now())
    from json_to_recordset(${JSON.stringify(due)}::json) as x("billId" uuid, "userId" uuid)
    where n.bill_id = x."billId" and n.user_id = x."userId" and n.read_at is null
      and n.kind = any(${sql.param([...WAITING_KINDS])}::text[])`);
  await addNotifications(
    tx,
    orgId,
    due.map((each) => ({
      ...each,
      ...{ kind: "reminder" as const, cause: `${each.cause}@${now.toISOString().slice(0, 10)}`, at: now },
    })),
  );
}
