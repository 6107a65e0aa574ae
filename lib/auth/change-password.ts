import { z } from "zod";
import { command } from "@/lib/access/command";
import { closeResets, endSessionsOf, setPassword } from "@/lib/access/credentials-store";
import { newPassword } from "@/lib/access/new-password";
import { hashPassword } from "@/lib/access/password";
import { provePassword } from "./prove-password";
import { getSecondFactor } from "./second-factor-store";

/**
 * Another password for oneself; every other session and every open link for a new password ends. Asks for
 * the present password, where there is one.
 */
export const changePassword = command({
  name: "profile.change",
  input: z.object({ password: z.string().max(200, "This is not your password."), newPassword }),
  async prepare({ actor, db }, { password, newPassword }) {
    const { passwordHash, totpSince } = await getSecondFactor(db, actor.userId);
    // Whoever comes through Google or Microsoft alone has none yet, and nothing to prove it with but a code.
    if (passwordHash !== null || totpSince) await provePassword(db, actor, password);
    return hashPassword(newPassword);
  },
  async run({ actor, tx, record }, _input, passwordHash) {
    await setPassword(tx, actor.userId, passwordHash);
    await closeResets(tx, actor.userId);
    const sessions = await endSessionsOf(tx, actor.userId, actor.sessionId ? { keep: actor.sessionId } : {});
    await record("member.password-changed", actor.orgId, { userId: actor.userId, name: actor.name });
    return { sessions };
  },
});
