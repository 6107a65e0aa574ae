import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * The newest linked bills are asked for in this run, whatever their state: a restored backup takes them away first,
 * and one that is paid would not be asked for otherwise.
 */
export async function fetchNewestLinks(
  tx: Tx,
  connectionId: string,
  unseenSince: Date,
  count: number,
): Promise<void> {
  await tx.execute(sql`
    update bill_links set needs_fetch = true where seen_at < ${unseenSince.toISOString()} and bill_id in (
      select bill_id from bill_links where connection_id = ${connectionId} and deleted_at is null
      order by linked_at desc limit ${count})`);
}
