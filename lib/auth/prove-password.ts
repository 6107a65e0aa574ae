import type { Db } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { verifyPassword } from "@/lib/access/password";
import { assertNotLimited, countFailure } from "@/lib/access/rate-limit";
import { AppError } from "@/lib/core/errors";
import { getSecondFactor } from "./second-factor-store";
import { takeCode } from "./take-code";

const wrong = (message: string) =>
  new AppError("invalid", { message, fields: [{ path: "password", message }] });

/**
 * Makes sure that it is still the person themselves who sits at their open page: by their password, or by
 * a code where they have none because they come through Google or Microsoft. Wrong ones are counted with
 * those of signing in.
 * @throws AppError "invalid" at the field "password", "rate-limited", "code-unreadable"
 */
export async function provePassword(db: Db, actor: Actor, given: string): Promise<void> {
  const caller = { account: `user:${actor.email.toLowerCase()}`, address: "" };
  await assertNotLimited(db, caller);
  const { passwordHash, totpSecret, totpSince } = await getSecondFactor(db, actor.userId);
  if (passwordHash === null && totpSince) {
    if (await takeCode({ ...actor, totpSecret }, given, new Date())) return;
    await countFailure(db, caller);
    throw wrong("This is not the code of your authenticator app.");
  }
  if (await verifyPassword(passwordHash, given)) return;
  await countFailure(db, caller);
  throw wrong("This is not your password.");
}
