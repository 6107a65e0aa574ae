import { eq } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";

/** The organisation as every page names it. */
export const readOrganisation = query({
  name: "organisation.read",
  input: z.object({}),
  async run({ actor, db }): Promise<{ id: string; name: string }> {
    const [row] = await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, actor.orgId));
    if (!row) throw new AppError("not-found");
    return row;
  },
});
