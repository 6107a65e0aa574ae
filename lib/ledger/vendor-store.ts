import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

export interface VendorLink {
  vendorId: string;
  listId: string;
  editSequence: string;
  timeModified: string;
  name: string;
}

/**
 * Gives vendors entered here the ListID that QuickBooks gave them. Where the lists brought that same
 * vendor in already, the bills move to that one and ours goes: never two of a vendor.
 */
export async function linkVendors(tx: Tx, connectionId: string, links: VendorLink[]): Promise<void> {
  if (links.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(links)}::json)
    as x("vendorId" uuid, "listId" text, "editSequence" text, "timeModified" text, name text)`;
  await tx.execute(sql`
    with twin as (
      select x."vendorId" as own, v.id as kept from ${given}
      join vendors v on v.connection_id = ${connectionId} and v.list_id = x."listId" and v.id <> x."vendorId"
    ), moved as (update bills set vendor_id = twin.kept from twin where bills.vendor_id = twin.own)
    update vendors set deleted_at = now(), is_active = false from twin where vendors.id = twin.own`);
  await tx.execute(sql`
    update vendors set list_id = x."listId", edit_sequence = x."editSequence", time_modified = x."timeModified",
           name = x.name, full_name = x.name, is_active = true
    from ${given} where vendors.id = x."vendorId" and vendors.connection_id = ${connectionId}
      and vendors.deleted_at is null`);
}
