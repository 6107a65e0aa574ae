import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EnteredEntry } from "@/db/schema";
import { LISTS, type ListName } from "./lists";

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

/** Where entries that QuickBooks does not have yet name others, by table and key of `entered`. */
const ENTERED_IN: Partial<Record<ListName, readonly (readonly [table: string, key: keyof EnteredEntry])[]>> =
  {
    account: [
      ["items", "accountId"],
      ["items", "incomeAccountId"],
      ["items", "assetAccountId"],
    ],
    customer: [["customers", "parentId"]],
    item: [["items", "parentId"]],
  };

/** What is entered here names others by ListID as well: a vendor its terms, an item what buying it posts to. */
const LISTED_IN: Partial<Record<ListName, readonly (readonly [table: string, column: string])[]>> = {
  account: [["items", "expense_account_list_id"]],
  terms: [["vendors", "terms_list_id"]],
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
  for (const [table, key] of ENTERED_IN[list] ?? []) {
    const rows = sql.raw(table);
    await tx.execute(sql`
      update ${rows} set entered = jsonb_set(entered, array[${key}], to_jsonb(x."toId"::text)) from ${given}
      where ${rows}.list_id is null and ${rows}.entered->>${key} = x."fromId"::text`);
  }
  for (const [table, column] of LISTED_IN[list] ?? []) {
    const [rows, field, named] = [sql.raw(table), sql.raw(column), sql.raw(LISTS[list].table)];
    await tx.execute(sql`
      update ${rows} set ${field} = t.list_id from ${given}
      join ${named} f on f.id = x."fromId" join ${named} t on t.id = x."toId"
      where ${rows}.list_id is null and ${rows}.connection_id = f.connection_id and ${rows}.${field} = f.list_id`);
  }
  for (const { fromId, toId } of pairs) {
    await tx.execute(sql`
      update approval_workflows set rules = replace(rules::text, ${fromId}, ${toId})::jsonb, version = version + 1
      where rules::text like ${`%${fromId}%`}`);
  }
}
