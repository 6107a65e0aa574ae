import { db } from "@/db/client";
import { verifyPassword } from "@/lib/access/password";
import { assertNotLimited, clearFailures, countFailure } from "@/lib/access/rate-limit";
import { AppError } from "@/lib/core/errors";
import type { SessionClaims } from "./session-claims";
import { findAccount } from "./store";

/** The longest that is hashed: argon2 takes any length, and a long text is no better than this one. */
export const LONGEST_PASSWORD = 200;

export interface Credentials {
  email: string;
  password: string;
  /** Where the attempt comes from; "" where that is not known. */
  address: string;
}

/**
 * Checks an email address and a password. An address that nobody has takes as long, counts as a
 * failure and gives the same error as a wrong password, so that nobody learns who has an account.
 * @throws AppError "wrong-credentials", "rate-limited"
 */
export async function checkPassword({ email, password, address }: Credentials): Promise<SessionClaims> {
  const caller = { account: `user:${email.trim().toLowerCase()}`, address };
  await assertNotLimited(db(), caller);
  const account = await findAccount(db(), email);
  const matches = await verifyPassword(account?.passwordHash, password.slice(0, LONGEST_PASSWORD));
  if (!account || !matches) {
    await countFailure(db(), caller);
    throw new AppError("wrong-credentials");
  }
  // Once more: of a hundred guesses sent at the same instant all have passed the first look, and the
  // right one among them must not be told from the others.
  await assertNotLimited(db(), caller);
  await clearFailures(db(), caller.account);
  return { userId: account.userId, orgId: account.orgId, sessionVersion: account.sessionVersion };
}
