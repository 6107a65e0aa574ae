import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { memberships, notifications } from "@/db/schema";
import { command } from "@/lib/access/command";

/**
 * How the actor gets mail in this organisation: each at once, one digest a day, or none. Whoever wants none
 * is not sent what was waiting for the digest either.
 */
export const setMailMode = command({
  name: "profile.change",
  input: z.object({ mail: z.enum(["at-once", "digest", "none"]) }),
  async run({ actor, tx, now }, { mail }) {
    await tx
      .update(memberships)
      .set({ mail })
      .where(and(eq(memberships.orgId, actor.orgId), eq(memberships.userId, actor.userId)));
    if (mail !== "none") return;
    await tx
      .update(notifications)
      .set({ mailedAt: now })
      .where(
        and(
          eq(notifications.orgId, actor.orgId),
          eq(notifications.userId, actor.userId),
          isNull(notifications.mailedAt),
        ),
      );
  },
});
