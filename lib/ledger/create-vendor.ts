import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { connections, vendors } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { toQuickBooksText } from "@/lib/core/quickbooks-text";

/** QuickBooks: a vendor's name has at most 41 characters and no colon. */
const name = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(41, "QuickBooks takes at most 41 characters in a vendor's name.")
  .refine((text) => !text.includes(":"), "QuickBooks does not take a colon in a name.")
  .refine(
    (text) => toQuickBooksText(text).unstorable.length === 0,
    "QuickBooks cannot store some of these letters.",
  );

/** Enters a vendor, to be added to QuickBooks before the first bill that names it. Gives its id. */
export const createVendor = command({
  name: "vendor.create",
  input: z.object({ connectionId: z.uuid(), name }),
  async run({ actor, tx, record }, input) {
    const [owned] = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.id, input.connectionId),
          eq(connections.orgId, actor.orgId),
          isNull(connections.deletedAt),
        ),
      )
      .for("update");
    if (!owned) throw new AppError("not-found");
    const taken = await tx
      .select({ id: vendors.id })
      .from(vendors)
      .where(
        and(
          eq(vendors.connectionId, input.connectionId),
          isNull(vendors.deletedAt),
          eq(sql`lower(${vendors.fullName})`, input.name.toLowerCase()),
        ),
      );
    if (taken.length > 0) {
      throw new AppError("name-taken", {
        fields: [{ path: "name", message: "There is a vendor of this name already." }],
      });
    }
    const [vendor] = await tx
      .insert(vendors)
      .values({
        connectionId: input.connectionId,
        name: input.name,
        fullName: input.name,
        externalGuid: sql`'{' || gen_random_uuid() || '}'`,
      })
      .returning({ id: vendors.id });
    if (!vendor) throw new Error("a vendor was not stored");
    await record("vendor.created", vendor.id, { name: input.name });
    return { vendorId: vendor.id };
  },
});
