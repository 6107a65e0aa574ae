import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LISTS, type ListName } from "@/lib/ledger/lists";

const HEADER: Partial<Record<ListName, string>> = {
  vendor: "vendor_id",
  terms: "terms_id",
  account: "ap_account_id",
};
const LINE: Partial<Record<ListName, string>> = {
  account: "account_id",
  item: "item_id",
  class: "class_id",
  customer: "customer_id",
};

/**
 * Linked bills that name these entries are asked for in this run: an entry that is gone may have been
 * merged into another, and the bills in QuickBooks tell into which.
 */
export async function fetchBillsNaming(
  tx: Tx,
  connectionId: string,
  list: ListName,
  listIds: string[],
): Promise<void> {
  const entries = sql`(select id from ${sql.raw(LISTS[list].table)}
    where connection_id = ${connectionId} and list_id = any(${sql.param(listIds)}::text[]))`;
  const parts = [
    HEADER[list] && sql`select id from bills where ${sql.raw(HEADER[list])} in ${entries}`,
    LINE[list] && sql`select bill_id from bill_lines where ${sql.raw(LINE[list])} in ${entries}`,
  ].filter((part) => part !== undefined);
  await tx.execute(sql`
    update bill_links set needs_fetch = true, asked_at = null
    where connection_id = ${connectionId} and bill_id in (${sql.join(parts, sql` union `)})`);
}
