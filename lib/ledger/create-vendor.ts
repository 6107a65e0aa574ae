import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { vendors } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { chosenCurrency, currenciesOf } from "./currencies";
import { assertNameFree, lockConnection } from "./entry-store";
import { vendorInput } from "./vendor-fields";
import { termsListId } from "./vendor-store";

/** A currency that the company file is known to use; another one QuickBooks would refuse. */
async function assertCurrency(tx: Tx, connectionId: string, currency: string | null): Promise<void> {
  if (currency === null) return;
  const found = await tx.execute<{ names: string[] }>(
    sql`select ${currenciesOf(sql`${connectionId}::uuid`)} as names`,
  );
  if (found.rows[0]?.names.includes(currency)) return;
  const message = "The company file has no account and no vendor in this currency yet.";
  throw new AppError("invalid", { fields: [{ path: "currency", message }] });
}

/** Enters a vendor, to be added to QuickBooks before the first bill that names it. Gives its id and its name. */
export const createVendor = command({
  name: "vendor.create",
  input: vendorInput.extend({
    connectionId: z.uuid(),
    /** By name; null for the company's own. QuickBooks lets nobody change it later. */
    currency: chosenCurrency,
  }),
  async run({ actor, tx, record }, { connectionId, termsId, currency, ...fields }) {
    await lockConnection(tx, actor.orgId, connectionId);
    await assertNameFree(tx, "vendor", connectionId, fields.name);
    await assertCurrency(tx, connectionId, currency);
    const [vendor] = await tx
      .insert(vendors)
      .values({
        ...fields,
        connectionId,
        currency,
        fullName: fields.name,
        termsListId: await termsListId(tx, connectionId, termsId),
        externalGuid: sql`'{' || gen_random_uuid() || '}'`,
      })
      .returning({ id: vendors.id });
    if (!vendor) throw new Error("a vendor was not stored");
    await record("vendor.created", vendor.id, { name: fields.name });
    return { vendorId: vendor.id, name: fields.name, termsId, currency };
  },
});
