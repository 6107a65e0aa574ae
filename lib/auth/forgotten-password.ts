import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { passwordResets } from "@/db/schema";
import { openReset } from "@/lib/access/credentials-store";
import { emailAddress } from "@/lib/access/email-address";
import { parse } from "@/lib/access/parse";
import { assertNotLimited, countFailure } from "@/lib/access/rate-limit";
import { canSendMail, enqueueMail } from "@/lib/mail/enqueue-mail";
import { passwordMail } from "@/lib/mail/password-mail";
import { findAccount } from "./store";

const RESET_HOURS = 1;

/** Mails to one person within an hour: whoever asks for more fills somebody else's mailbox. */
const MAILS_AN_HOUR = 3;

const input = z.object({ email: emailAddress, address: z.string() });

/** Whether people can get a new password by mail; where not, an Admin makes them a link. */
export const canResetByMail = canSendMail;

/**
 * Takes down that somebody asks for a new password. The answer is the same whether the address is known or
 * not; the mail is written afterwards (sendNewPasswordMail), so that it takes no longer either.
 * @throws AppError "invalid", "rate-limited"
 */
export async function askForNewPassword(asked: z.input<typeof input>): Promise<void> {
  const { email, address } = parse(input, asked);
  const caller = { account: `forgotten:${email}`, address };
  await assertNotLimited(db(), caller);
  await countFailure(db(), caller);
}

/** Sends the link, where the address is an active member's; to nobody otherwise. */
export async function sendNewPasswordMail(email: string, now = new Date()): Promise<void> {
  const account = await findAccount(db(), email);
  if (!account || !canSendMail()) return;
  const { userId, orgId, name } = account;
  await db().transaction(async (tx) => {
    const recent = sql`user_id = ${userId} and created_at > now() - interval '1 hour'`;
    if ((await tx.$count(passwordResets, recent)) >= MAILS_AN_HOUR) return;
    const { id, token } = await openReset(tx, userId, new Date(now.getTime() + RESET_HOURS * 3_600_000));
    await enqueueMail(tx, [
      passwordMail({
        ...{ orgId, resetId: id, recipient: account.email, name, path: `/new-password/${token}` },
        because: "Somebody, probably you, asked for a new password for your account.",
        lasts: "one hour",
      }),
    ]);
  });
}
