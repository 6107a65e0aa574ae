import { z } from "zod";
import { command } from "@/lib/access/command";
import { closeResets, endSessionsOf, openReset, setPassword } from "@/lib/access/credentials-store";
import { clearFailures } from "@/lib/access/rate-limit";
import { AppError } from "@/lib/core/errors";
import { canSendMail, enqueueMail } from "@/lib/mail/enqueue-mail";
import { passwordMail } from "@/lib/mail/password-mail";
import type { SentLink } from "./invitation-link";
import { findMember } from "./member-rules";
import { lockMembers } from "./members-store";

/** Longer than the link that people ask for themselves: this one may be handed over in person. */
const RESET_HOURS = 24;

/**
 * A link with which a member chooses a new password: by mail, or shown this once. The old password and
 * every session end now. Whoever has forgotten a password has usually tried a few: those attempts count
 * no more. Not for oneself: the session that is to show the link would be over.
 * @throws AppError "own-password"
 */
export const resetMemberPassword = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, tx, now, record }, { userId }): Promise<SentLink> {
    if (userId === actor.userId) throw new AppError("own-password");
    const { name, email } = findMember(await lockMembers(tx, actor), userId);
    await setPassword(tx, userId, null);
    await endSessionsOf(tx, userId);
    await closeResets(tx, userId);
    await clearFailures(tx, `user:${email}`);
    await record("member.password-reset", actor.orgId, { userId, name });
    const { id, token } = await openReset(tx, userId, new Date(now.getTime() + RESET_HOURS * 3_600_000));
    const path = `/new-password/${token}`;
    if (!canSendMail()) return { path };
    await enqueueMail(tx, [
      passwordMail({
        ...{ orgId: actor.orgId, resetId: id, recipient: email, name, path },
        because: `${actor.name} asks you to choose a new password. Your old one works no more.`,
        lasts: "24 hours",
      }),
    ]);
    return { path: null };
  },
});
