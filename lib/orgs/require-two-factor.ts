import { z } from "zod";
import { command, query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { findMember } from "./member-rules";
import { lockMembers } from "./members-store";
import { getSettings, saveSettings } from "./settings";

/** Whether everybody of the organisation must sign in with a second factor. */
export const readTwoFactorRule = query({
  name: "member.list",
  input: z.object({}),
  run: async ({ actor, db }): Promise<boolean> => (await getSettings(db, actor.orgId)).requiresTwoFactor,
});

/**
 * Asks everybody for a second factor, or leaves it to them. Whoever has none is led to setting it up at
 * their next click. The Admin who asks for it must have one, or they would be the first to be led away.
 */
export const requireTwoFactor = command({
  name: "organisation.update",
  input: z.object({ isRequired: z.boolean() }),
  async run({ actor, tx, record }, { isRequired }) {
    const self = findMember(await lockMembers(tx, actor), actor.userId);
    const before = (await getSettings(tx, actor.orgId)).requiresTwoFactor;
    if (before === isRequired) return;
    if (isRequired && !self.hasTwoFactor) {
      throw new AppError("conflict", {
        message: "Set up your own two-factor sign-in first, on your profile page.",
      });
    }
    await saveSettings(tx, actor.orgId, { requiresTwoFactor: isRequired });
    const told = (required: boolean) => (required ? "Required" : "Optional");
    await record("organisation.changed", actor.orgId, {
      changes: [{ field: "Two-factor sign-in", from: told(before), to: told(isRequired) }],
    });
  },
});
