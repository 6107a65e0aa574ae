import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { memberships, passwordResets, users } from "@/db/schema";
import { announce } from "@/lib/access/announce";
import { closeResets, endSessionsOf, setPassword } from "@/lib/access/credentials-store";
import { hashOfToken } from "@/lib/access/link-token";
import { newPassword } from "@/lib/access/new-password";
import { parse } from "@/lib/access/parse";
import { hashPassword } from "@/lib/access/password";
import { clearFailures } from "@/lib/access/rate-limit";
import { record } from "@/lib/audit/record";
import { AppError } from "@/lib/core/errors";

/** The person of an open link; by their membership, because the record is an organisation's. */
async function findReset(tx: Tx, token: string, now: Date) {
  const hash = hashOfToken(token);
  if (!hash) return undefined;
  const [row] = await tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      orgId: memberships.orgId,
    })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.isActive, true)))
    .where(
      and(
        eq(passwordResets.tokenHash, hash),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, now),
      ),
    )
    .orderBy(memberships.createdAt)
    .limit(1)
    .for("update", { of: passwordResets });
  return row;
}

/**
 * Whose new password a link is for.
 * @throws AppError "link-over"
 */
export async function readReset(token: string, now = new Date()): Promise<{ email: string }> {
  const found = await db().transaction((tx) => findReset(tx, token, now));
  if (!found) throw new AppError("link-over");
  return { email: found.email };
}

const input = z.object({ token: z.string(), password: newPassword });

/**
 * A new password by a link that was sent, or handed over by an Admin. The link, every other one and every
 * session of the person end. It has no actor: the token is what lets its bearer in, once.
 * @throws AppError "invalid", "link-over"
 */
export async function resetPassword(
  given: z.input<typeof input>,
  now = new Date(),
): Promise<{ email: string }> {
  const { token, password } = parse(input, given);
  // Looked at before: hashing takes its time, which nobody gets without a link.
  await readReset(token, now);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const found = await findReset(tx, token, now);
    if (!found) throw new AppError("link-over");
    const { userId, orgId, name, email } = found;
    await setPassword(tx, userId, passwordHash);
    await closeResets(tx, userId);
    await endSessionsOf(tx, userId);
    await clearFailures(tx, `user:${email}`);
    await record(tx, [
      {
        ...{ orgId, subject: orgId, name: "member.password-changed" as const },
        ...{ actorId: userId, actorName: name, data: { userId, name }, at: now },
      },
    ]);
    await announce(tx, orgId);
    return { email };
  });
}
