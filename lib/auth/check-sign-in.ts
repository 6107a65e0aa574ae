import { db } from "@/db/client";
import { verifyPassword } from "@/lib/access/password";
import { assertNotLimited, clearFailures, countFailure } from "@/lib/access/rate-limit";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import type { Entrant } from "./session-store";
import { type Account, findAccount } from "./store";
import { takeCode } from "./take-code";
import { unsealTicket } from "./totp";

/** The longest that is hashed: argon2 takes any length, and a long text is no better than this one. */
const LONGEST_PASSWORD = 200;

export interface SignInAttempt {
  email: string;
  password: string;
  /** In place of both, from whoever came through Google or Microsoft: see totp.ts. */
  ticket?: string;
  /** Of the authenticator app, or a recovery code; "" where none was given. */
  code?: string;
  /** Where the attempt comes from; "" where that is not known. */
  address: string;
}

/**
 * Checks an email address, a password and, where the account has a second factor, a code. An address that
 * nobody has takes as long, counts as a failure and gives the same error as a wrong password, so that
 * nobody learns who has an account. Wrong codes are counted with wrong passwords.
 * @throws AppError "wrong-credentials", "rate-limited", "code-needed", "wrong-code", "code-unreadable",
 * "link-over" for a ticket that is too old
 */
export async function checkSignIn(attempt: SignInAttempt, now = new Date()): Promise<Entrant> {
  const { code = "", address } = attempt;
  const ticket = attempt.ticket ? unsealTicket(attempt.ticket, now) : undefined;
  if (attempt.ticket && !ticket) throw new AppError("link-over");
  const email = ticket?.email ?? attempt.email;
  const caller = { account: `user:${email.trim().toLowerCase()}`, address };
  const refuse = async (reason: ErrorCode) => {
    await countFailure(db(), caller);
    return new AppError(reason);
  };

  await assertNotLimited(db(), caller);
  const account = await findAccount(db(), email);
  const isKnown = ticket
    ? account?.sessionVersion === ticket.sessionVersion
    : await verifyPassword(account?.passwordHash, attempt.password.slice(0, LONGEST_PASSWORD));
  if (!account || !isKnown) throw await refuse("wrong-credentials");
  // Once more: of a hundred guesses sent at the same instant all have passed the first look, and the
  // right one among them must not be told from the others.
  await assertNotLimited(db(), caller);
  const second = await secondFactorOf(account, code, now);
  if (second === "wrong") throw await refuse("wrong-code");
  if (second) await assertNotLimited(db(), caller);
  // A password alone clears nothing where a code is asked for too, or codes could be guessed without end.
  await clearFailures(db(), caller.account);
  const first = ticket?.provider ?? "password";
  return {
    userId: account.userId,
    orgId: account.orgId,
    sessionVersion: account.sessionVersion,
    method: second ? `${first} and ${second}` : first,
  };
}

/** Which code was taken; undefined where none is asked for. */
async function secondFactorOf(account: Account, code: string, now: Date) {
  if (account.totpSince === null) return undefined;
  if (code.trim() === "") throw new AppError("code-needed");
  return (await takeCode(account, code, now)) ?? "wrong";
}
