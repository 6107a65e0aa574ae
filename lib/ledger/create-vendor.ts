import { sql } from "drizzle-orm";
import { z } from "zod";
import { vendors } from "@/db/schema";
import { command } from "@/lib/access/command";
import { assertNameFree, lockConnection } from "./entry-store";
import { vendorInput } from "./vendor-fields";
import { termsListId } from "./vendor-store";

/** Enters a vendor, to be added to QuickBooks before the first bill that names it. Gives its id and its name. */
export const createVendor = command({
  name: "vendor.create",
  input: vendorInput.extend({ connectionId: z.uuid() }),
  async run({ actor, tx, record }, { connectionId, termsId, ...fields }) {
    await lockConnection(tx, actor.orgId, connectionId);
    await assertNameFree(tx, "vendor", connectionId, fields.name);
    const [vendor] = await tx
      .insert(vendors)
      .values({
        ...fields,
        connectionId,
        fullName: fields.name,
        termsListId: await termsListId(tx, connectionId, termsId),
        externalGuid: sql`'{' || gen_random_uuid() || '}'`,
      })
      .returning({ id: vendors.id });
    if (!vendor) throw new Error("a vendor was not stored");
    await record("vendor.created", vendor.id, { name: fields.name });
    return { vendorId: vendor.id, name: fields.name, termsId };
  },
});
