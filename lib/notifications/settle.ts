import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { WAITING_KINDS } from "./kinds";
import { findWaiting } from "./waiting";

const count = ({ rows }: { rows: unknown[] }): number => rows.length;

/**
 * Takes what is over off people's minds: of these bills, the notifications that they wait for somebody for
 * whom they do not wait any more count as read.
 * @returns how many
 */
export async function settleWaiting(tx: Tx, orgId: string, billIds: readonly string[]): Promise<number> {
  if (billIds.length === 0) return 0;
  const waiting = await findWaiting(tx, orgId, billIds);
  return count(
    await tx.execute(sql`
      update notifications set read_at = now(), mailed_at = coalesce(mailed_at, now())
      where org_id = ${orgId} and bill_id = any(${sql.param([...new Set(billIds)])}::uuid[])
        and kind = any(${sql.param([...WAITING_KINDS])}::text[]) and read_at is null
        and (bill_id, user_id) not in (
          select "billId", "userId" from json_to_recordset(${JSON.stringify(waiting)}::json)
            as x("billId" uuid, "userId" uuid))
      returning id`),
  );
}

/** The same for sync errors that are resolved and Web Connectors that have called again. */
export async function settleTroubles(tx: Tx, orgId: string): Promise<number> {
  return count(
    await tx.execute(sql`
      update notifications n set read_at = now(), mailed_at = coalesce(mailed_at, now())
      where n.org_id = ${orgId} and n.read_at is null and case n.kind
        when 'sync-error' then not exists (select 1 from sync_errors e
          where e.subject_id = (n.data->>'subject')::uuid and e.resolved_at is null)
        when 'silent' then not exists (select 1 from connections c where c.id = (n.data->>'subject')::uuid
          and c.deleted_at is null and c.paused_at is null and c.last_contact_at < n.created_at)
        else false end
      returning id`),
  );
}
