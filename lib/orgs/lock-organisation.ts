import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema";

/**
 * Lets changes of an organisation's people, groups and workflow take turns: each holds it until its
 * transaction ends. The lock lets rows that refer to the organisation be written.
 */
export async function lockOrganisation(tx: Tx, orgId: string): Promise<void> {
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, orgId))
    .for("no key update");
}
