import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { WAITING_KINDS } from "./kinds";
import type { Waiting } from "./waiting";

/**
 * Takes what is over off people's minds: the notifications that a bill waits for somebody for whom it does not
 * wait any more count as read, and do not keep them from being told when it waits for them again.
 * @param waiting for whom these bills wait now
 * @param billIds the bills; left out, every bill of the organisation
 * @returns how many were unread
 */
export async function settleWaiting(
  tx: Tx,
  orgId: string,
  waiting: readonly Waiting[],
  billIds?: readonly string[],
): Promise<number> {
  const { rows } = await tx.execute<{ wasUnread: boolean }>(sql`
    with over as (
      select id, read_at is null as "wasUnread" from notifications n
      where org_id = ${orgId} and kind = any(${sql.param([...WAITING_KINDS])}::text[]) and over_at is null
        ${billIds ? sql`and bill_id = any(${sql.param([...new Set(billIds)])}::uuid[])` : sql``}
        and (bill_id, user_id) not in (
          select "billId", "userId" from json_to_recordset(${JSON.stringify(waiting)}::json)
            as x("billId" uuid, "userId" uuid)))
    update notifications n
    set over_at = now(), read_at = coalesce(read_at, now()), mailed_at = coalesce(mailed_at, now())
    from over where n.id = over.id
    returning "wasUnread"`);
  return rows.filter(({ wasUnread }) => wasUnread).length;
}

/**
 * Counts as read what was told of sync errors that are resolved and Web Connectors that have called again.
 * @returns how many
 */
export async function settleTroubles(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.execute(sql`
      update notifications n set read_at = now(), mailed_at = coalesce(mailed_at, now())
      where n.org_id = ${orgId} and n.read_at is null and case n.kind
        when 'sync-error' then not exists (select 1 from sync_errors e
          where e.subject_id = (n.data->>'subject')::uuid and e.resolved_at is null)
        when 'silent' then not exists (select 1 from connections c where c.id = (n.data->>'subject')::uuid
          and c.deleted_at is null and c.paused_at is null and c.last_contact_at < n.created_at)
        else false end
      returning id`);
  return rows.length;
}
