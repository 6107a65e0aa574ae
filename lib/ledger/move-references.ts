import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ListName } from "./lists";

/** Where entries of a list are named, by table and column. Frozen copies (revisions, events) are not among them. */
const NAMED_IN: Record<ListName, readonly (readonly [table: string, column: string])[]> = {
  vendor: [
    ["bills", "vendor_id"],
    ["payments", "vendor_id"],
  ],
  terms: [["bills", "terms_id"]],
  account: [
    ["bills", "ap_account_id"],
    ["bill_lines", "account_id"],
    ["payments", "ap_account_id"],
    ["payments", "account_id"],
    ["payment_applications", "discount_account_id"],
    ["connections", "default_bank_account_id"],
    ["connections", "default_card_account_id"],
  ],
  class: [["bill_lines", "class_id"]],
  customer: [["bill_lines", "customer_id"]],
  item: [["bill_lines", "item_id"]],
};

/**
 * Lets everything that names one entry of a list name another instead: a twin, or the survivor of a
 * merge. The rules of approval workflows follow, so that they go on asking the same people.
 */
export async function moveReferences(
  tx: Tx,
  list: ListName,
  pairs: readonly { fromId: string; toId: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(pairs)}::json) as x("fromId" uuid, "toId" uuid)`;
  for (const [table, column] of NAMED_IN[list]) {
    const [rows, field] = [sql.raw(table), sql.raw(column)];
    await tx.execute(
      sql`update ${rows} set ${field} = x."toId" from ${given} where ${rows}.${field} = x."fromId"`,
    );
  }
  for (const { fromId, toId } of pairs) {
    await tx.execute(sql`
      update approval_workflows set rules = replace(rules::text, ${fromId}, ${toId})::jsonb, version = version + 1
      where rules::text like ${`%${fromId}%`}`);
  }
}
