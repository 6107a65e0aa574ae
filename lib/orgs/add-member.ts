import { z } from "zod";
import { command } from "@/lib/access/command";
import { generatePassword, hashPassword } from "@/lib/access/password";
import { AppError } from "@/lib/core/errors";
import { memberRights } from "./member-input";
import { assertSupervisor } from "./member-rules";
import { insertMember, insertUser, lockMembers } from "./members-store";
import { emailAddress } from "./set-up";

/**
 * Adds a person to the organisation. Gives their id and their password, which is shown this once and
 * kept as a hash only. An email address is one person's on the whole server.
 */
export const addMember = command({
  name: "member.manage",
  input: z.object({
    name: z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters."),
    email: emailAddress,
    ...memberRights,
  }),
  async run({ actor, tx, record }, { name, email, ...rights }) {
    const password = generatePassword();
    // Hashing takes its time: before the lock, so that nobody waits for it.
    const passwordHash = await hashPassword(password);
    assertSupervisor(await lockMembers(tx, actor), rights.supervisorId);
    const userId = await insertUser(tx, { name, email, passwordHash });
    if (!userId) {
      const message = "Somebody on this server has this email address already.";
      throw new AppError("name-taken", { message, fields: [{ path: "email", message }] });
    }
    await insertMember(tx, actor.orgId, userId, rights);
    await record("member.added", actor.orgId, { userId, name, email, roles: rights.roles });
    return { userId, password };
  },
});
