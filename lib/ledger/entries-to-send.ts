import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NewItemType } from "./item-types";
import { type NamedEntry, namedEntry } from "./named-entry";

/** What an entry stands under: its ListID is null while QuickBooks does not have it. */
export interface ParentToSend {
  id: string;
  listId: string | null;
  fullName: string;
}

interface EntryToSend {
  id: string;
  listId: string | null;
  isDeleted: boolean;
  externalGuid: string | null;
  name: string;
  parent: ParentToSend | null;
  /** Its parent and its accounts, as the ledger has them. */
  named: (NamedEntry | null)[];
}

export interface CustomerToSend extends EntryToSend {
  companyName: string | null;
  jobDescription: string | null;
}

/** Accounts are ListIDs; null where none was chosen. */
export interface ItemToSend extends EntryToSend {
  itemType: NewItemType;
  description: string | null;
  cost: string | null;
  accountListId: string | null;
  incomeAccountListId: string | null;
  assetAccountListId: string | null;
  salesDescription: string | null;
  salesPrice: string | null;
}

const common = sql.raw(`'id', r.id, 'listId', r.list_id, 'isDeleted', r.deleted_at is not null,
  'externalGuid', r.external_guid, 'name', r.name, 'parent', case when p.id is null then null else
    json_build_object('id', p.id, 'listId', p.list_id, 'fullName', p.full_name) end`);

/** Customers and jobs entered here, with what a CustomerAdd needs: one query for a whole batch. */
export async function getCustomersToSend(tx: Tx, ids: string[]): Promise<Map<string, CustomerToSend>> {
  const found = await tx.execute<{ entry: CustomerToSend }>(sql`
    select json_build_object(${common}, 'named', json_build_array(${namedEntry("customers", "p", "Customer:job")}),
      'companyName', r.company_name,
      'jobDescription', r.entered->>'jobDescription') as entry
    from customers r left join customers p on p.id = (r.entered->>'parentId')::uuid
    where r.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(found.rows.map(({ entry }) => [entry.id, entry]));
}

/** Items entered here, with what an Add of their kind needs: one query for a whole batch. */
export async function getItemsToSend(tx: Tx, ids: string[]): Promise<Map<string, ItemToSend>> {
  const found = await tx.execute<{ entry: ItemToSend }>(sql`
    select json_build_object(${common}, 'named', json_build_array(${namedEntry("items", "p", "Item")},
        ${["a", "i", "s"].map((alias) => namedEntry("accounts", alias, "Account")).reduce((all, one) => sql`${all}, ${one}`)}),
      'itemType', r.item_type, 'description', r.purchase_description,
      'cost', trim_scale(r.purchase_cost)::text, 'accountListId', a.list_id, 'incomeAccountListId', i.list_id,
      'assetAccountListId', s.list_id, 'salesDescription', r.entered->>'salesDescription',
      'salesPrice', r.entered->>'salesPrice') as entry
    from items r left join items p on p.id = (r.entered->>'parentId')::uuid
    left join accounts a on a.id = (r.entered->>'accountId')::uuid
    left join accounts i on i.id = (r.entered->>'incomeAccountId')::uuid
    left join accounts s on s.id = (r.entered->>'assetAccountId')::uuid
    where r.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(found.rows.map(({ entry }) => [entry.id, entry]));
}

/** The path under which QuickBooks will know it: the parent's name as it is now. */
export const pathToSend = ({ name, parent }: Pick<EntryToSend, "name" | "parent">): string =>
  parent ? `${parent.fullName}:${name}` : name;
