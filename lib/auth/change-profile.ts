import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { command } from "@/lib/access/command";
import { personName } from "@/lib/access/person-name";

/** Another name for oneself. What was recorded under the old one keeps it. */
export const changeOwnName = command({
  name: "profile.change",
  input: z.object({ name: personName }),
  async run({ actor, tx, record }, { name }) {
    const { userId, orgId } = actor;
    const [before] = await tx
      .select({ name: users.name })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!before || before.name === name) return;
    await tx.update(users).set({ name }).where(eq(users.id, userId));
    const changes = [{ field: "Name", from: before.name, to: name }];
    await record("member.changed", orgId, { userId, name: before.name, changes });
  },
});
