import { z } from "zod";
import { command } from "@/lib/access/command";
import { clearSecondFactor, endSessionsOf } from "@/lib/access/credentials-store";
import { AppError } from "@/lib/core/errors";
import { findMember } from "./member-rules";
import { lockMembers } from "./members-store";

/**
 * Takes a member's second factor away, for whoever has lost their phone and their recovery codes. They are
 * signed out everywhere, since the phone may be in somebody's hands. Not for oneself: that takes one's
 * password, on the profile page.
 */
export const resetTwoFactor = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, tx, record }, { userId }) {
    if (userId === actor.userId) {
      throw new AppError("conflict", { message: "Turn your own off on your profile page." });
    }
    const { name, hasTwoFactor } = findMember(await lockMembers(tx, actor), userId);
    if (!hasTwoFactor) return;
    await clearSecondFactor(tx, userId);
    await endSessionsOf(tx, userId);
    await record("member.two-factor", actor.orgId, { userId, name, change: "reset" });
  },
});
