import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { recoveryCodes, users } from "@/db/schema";

/** How somebody's second factor stands. */
export interface SecondFactor {
  passwordHash: string | null;
  totpSecret: string | null;
  totpSince: Date | null;
}

export async function getSecondFactor(db: Db | Tx, userId: string): Promise<SecondFactor> {
  const [row] = await db
    .select({
      passwordHash: users.passwordHash,
      totpSecret: users.totpSecret,
      totpSince: users.totpSince,
    })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? { passwordHash: null, totpSecret: null, totpSince: null };
}

/** Takes the code of this step, once: of two who bring it at the same instant one is too late. */
export async function takeStep(db: Db | Tx, userId: string, step: number): Promise<boolean> {
  const { rows } = await db.execute(sql`update users set totp_last_step = ${step}
    where id = ${userId} and (totp_last_step is null or totp_last_step < ${step}) returning id`);
  return rows.length > 0;
}

/** Uses a recovery code up. @returns how many are left; undefined when it is none, or used already */
export async function takeRecoveryCode(tx: Tx, userId: string, hash: string): Promise<number | undefined> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return used.length > 0 ? countRecoveryCodes(tx, userId) : undefined;
}

/** Recovery codes that were not used yet. */
export const countRecoveryCodes = (db: Db | Tx, userId: string): Promise<number> =>
  db.$count(recoveryCodes, and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));

/** Keeps the secret of an app that is being set up; it is asked for only once it is in force. */
export async function keepTotpSecret(tx: Tx, userId: string, sealed: string): Promise<boolean> {
  const kept = await tx
    .update(users)
    .set({ totpSecret: sealed, totpLastStep: null })
    .where(and(eq(users.id, userId), isNull(users.totpSince)))
    .returning({ id: users.id });
  return kept.length > 0;
}

/** From now on the code is asked for. @returns false when it is so already, or another secret was set up meanwhile */
export async function putInForce(
  tx: Tx,
  userId: string,
  { sealed, step, now }: { sealed: string; step: number; now: Date },
): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ totpSince: now, totpLastStep: step })
    .where(and(eq(users.id, userId), isNull(users.totpSince), eq(users.totpSecret, sealed)))
    .returning({ id: users.id });
  return changed.length > 0;
}

/** New recovery codes instead of the old. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ userId, hash })));
}
