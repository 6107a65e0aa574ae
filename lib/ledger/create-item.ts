import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type EnteredEntry, items } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError, type FieldError } from "@/lib/core/errors";
import { isFiveDecimals, toFiveDecimals } from "@/lib/core/money";
import { chosen, entryName } from "./entry-names";
import { assertNameFree, lockConnection, pathUnder } from "./entry-store";
import { itemAccounts, NEW_ITEM_TYPES, type NewItemType } from "./item-types";

const description = z
  .string()
  .trim()
  .max(4095, "QuickBooks takes at most 4095 characters in a description.")
  .default("");
const price = z
  .string()
  .nullish()
  .transform((text) => text?.replaceAll(",", "").trim() || null)
  .refine((text) => text === null || isFiveDecimals(text), "Enter a number with at most five decimals.")
  .transform((text) => (text === null ? null : toFiveDecimals(text)));

const input = z.object({
  connectionId: z.uuid(),
  itemType: z.enum(NEW_ITEM_TYPES),
  name: entryName("item"),
  parentId: chosen,
  description,
  cost: price,
  /** What buying it posts to; of an inventory item the cost of goods sold. */
  accountId: chosen,
  /** With it the item is sold as well as bought. */
  incomeAccountId: chosen,
  assetAccountId: chosen,
  salesDescription: description,
  salesPrice: price,
});

type Input = z.output<typeof input>;

/** The accounts that this kind of item needs, each of a kind that QuickBooks takes there. */
async function assertAccounts(tx: Tx, item: Input): Promise<string | null> {
  const given = (["accountId", "incomeAccountId", "assetAccountId"] as const).flatMap((field) => {
    const id = item[field];
    return id ? [{ field, id }] : [];
  });
  const found = await tx.execute<{ field: string; type: string | null; listId: string | null }>(sql`
    select x.field, a.account_type as type, a.list_id as "listId"
    from json_to_recordset(${JSON.stringify(given)}::json) as x(field text, id uuid)
    left join accounts a on a.id = x.id and a.connection_id = ${item.connectionId} and a.deleted_at is null`);
  if (found.rows.some((row) => row.type === null)) throw new AppError("not-found");
  const types = new Map(found.rows.map((row) => [row.field, row.type ?? ""]));
  const problems: FieldError[] = [];
  for (const [field, rule] of Object.entries(itemAccounts(item.itemType))) {
    const type = types.get(field);
    if (type === undefined) {
      if (rule.required) problems.push({ path: field, message: `Choose ${rule.label}.` });
    } else if (!rule.types.includes(type)) {
      problems.push({
        path: field,
        message: `QuickBooks does not take an account of this type as ${rule.label}.`,
      });
    }
  }
  if (problems.length > 0) throw new AppError("invalid", { fields: problems });
  return found.rows.find((row) => row.field === "accountId")?.listId ?? null;
}

/** Only what was entered: an absent key says "nothing" in the fewest bytes. */
function enteredOf(item: Input): EnteredEntry {
  const all = {
    parentId: item.parentId,
    accountId: item.accountId,
    incomeAccountId: item.incomeAccountId,
    assetAccountId: item.assetAccountId,
    salesDescription: item.salesDescription,
    salesPrice: item.salesPrice,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as EnteredEntry;
}

/** Enters an item, to be added to QuickBooks before the first bill that names it. Gives its id and its full name. */
export const createItem = command({
  name: "item.create",
  input,
  async run({ actor, tx, record }, item) {
    const { connectionId, name } = item;
    await lockConnection(tx, actor.orgId, connectionId);
    const fullName = await pathUnder(tx, "item", connectionId, item.parentId, name);
    await assertNameFree(tx, "item", connectionId, fullName);
    const accountListId = await assertAccounts(tx, item);
    const [row] = await tx
      .insert(items)
      .values({
        ...{ connectionId, name, fullName, itemType: item.itemType satisfies NewItemType },
        purchaseDescription: item.description || null,
        purchaseCost: item.cost,
        expenseAccountListId: accountListId,
        externalGuid: sql`'{' || gen_random_uuid() || '}'`,
        entered: enteredOf(item),
      })
      .returning({ id: items.id });
    if (!row) throw new Error("an item was not stored");
    await record("item.created", row.id, { name: fullName, itemType: item.itemType });
    return { itemId: row.id, name: fullName, description: item.description || null, cost: item.cost };
  },
});
