import { z } from "zod";
import { command } from "@/lib/access/command";
import { generatePassword, hashPassword } from "@/lib/access/password";
import { clearFailures } from "@/lib/access/rate-limit";
import { AppError } from "@/lib/core/errors";
import { findMember } from "./member-rules";
import { endSessions, lockMembers } from "./members-store";

/**
 * A new password for a member: shown this once. The old one and every session end. Whoever has
 * forgotten a password has usually tried a few: those attempts count no more. Not for oneself: the
 * session that is to show the password would be over.
 * @throws AppError "own-password"
 */
export const resetMemberPassword = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, tx, record }, { userId }) {
    if (userId === actor.userId) throw new AppError("own-password");
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    const member = findMember(await lockMembers(tx, actor), userId);
    await endSessions(tx, userId, passwordHash);
    await clearFailures(tx, `user:${member.email}`);
    await record("member.password-reset", actor.orgId, { userId, name: member.name });
    return { password };
  },
});
