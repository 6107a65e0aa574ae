import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { vendors } from "@/db/schema";

export interface VendorToSend {
  id: string;
  name: string;
  listId: string | null;
  externalGuid: string | null;
}

/** Vendors entered here, with what a VendorAdd needs. */
export async function getVendorsToSend(tx: Tx, vendorIds: string[]): Promise<Map<string, VendorToSend>> {
  const rows = await tx
    .select({
      id: vendors.id,
      name: vendors.name,
      listId: vendors.listId,
      externalGuid: vendors.externalGuid,
    })
    .from(vendors)
    .where(inArray(vendors.id, vendorIds));
  return new Map(rows.map((row) => [row.id, row]));
}
