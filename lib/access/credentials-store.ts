import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { passwordResets, recoveryCodes, userSessions, users } from "@/db/schema";
import { newLinkToken } from "./link-token";

/** Another password; null lets nobody in with one. */
export async function setPassword(tx: Tx, userId: string, passwordHash: string | null): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
}

/**
 * Ends a person's sessions, all or all but one. A sign-in that is under way with what was valid until now
 * starts none either: its sessionVersion is old (lib/auth/session-store.ts).
 * @returns how many ended
 */
export async function endSessionsOf(tx: Tx, userId: string, options: { keep?: string } = {}) {
  await tx
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId));
  const ended = await tx
    .update(userSessions)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(userSessions.userId, userId),
        isNull(userSessions.endedAt),
        options.keep ? ne(userSessions.id, options.keep) : undefined,
      ),
    )
    .returning({ id: userSessions.id });
  return ended.length;
}

/**
 * Opens a link with which this person sets a new password, once.
 * @returns its token, which is kept nowhere, and the link's id
 */
export async function openReset(
  tx: Tx,
  userId: string,
  expiresAt: Date,
): Promise<{ id: string; token: string }> {
  const { token, hash } = newLinkToken();
  const [row] = await tx
    .insert(passwordResets)
    .values({ userId, tokenHash: hash, expiresAt })
    .returning({ id: passwordResets.id });
  if (!row) throw new Error("a link was not stored");
  return { id: row.id, token };
}

/** Ends every open link for a new password of this person. */
export async function closeResets(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
}

/** Takes the second factor away, with its recovery codes. */
export async function clearSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({ totpSecret: null, totpSince: null, totpLastStep: null })
    .where(eq(users.id, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}
