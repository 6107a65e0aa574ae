import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { organisations } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";

export async function getOrganisation(db: Db | Tx, orgId: string): Promise<{ id: string; name: string }> {
  const [row] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  if (!row) throw new AppError("not-found");
  return row;
}

/** The organisation as every page names it. */
export const readOrganisation = query({
  name: "organisation.read",
  input: z.object({}),
  run: ({ actor, db }) => getOrganisation(db, actor.orgId),
});
