import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { memberships, organisations, userSessions, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { isRole } from "@/lib/access/roles";
import type { SessionClaims } from "./session-claims";
import { isInUse } from "./session-store";

/** Somebody who may try to sign in: an active member of an organisation. */
export interface Account {
  userId: string;
  orgId: string;
  name: string;
  email: string;
  sessionVersion: number;
  passwordHash: string | null;
  /** Sealed; null where there is no second factor. */
  totpSecret: string | null;
  /** Since when the second factor is asked for; null while it is not. */
  totpSince: Date | null;
}

/** The account of an email address, whatever its case. Their first organisation, where they have several. */
export async function findAccount(db: Db, email: string): Promise<Account | undefined> {
  const [row] = await db
    .select({
      userId: users.id,
      orgId: memberships.orgId,
      name: users.name,
      email: users.email,
      sessionVersion: users.sessionVersion,
      passwordHash: users.passwordHash,
      totpSecret: users.totpSecret,
      totpSince: users.totpSince,
    })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.isActive, true)))
    .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase()))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  return row;
}

/** How old the last look at a session may get before it is written down anew. */
const SEEN_MINUTES = 5;

/**
 * The person of a session as they are now; null when it has ended or was out of use for SESSION_HOURS, or they
 * were removed, made inactive or left without a role. One query; every five minutes a second one notes that
 * the session was seen.
 * @param isUse false for a look that nobody at the screen asked for, which leaves the session as idle as it is
 */
export async function findActor(
  db: Db,
  { sessionId }: SessionClaims,
  { isUse = true }: { isUse?: boolean } = {},
): Promise<Actor | null> {
  const [row] = await db
    .select({
      sessionId: userSessions.id,
      orgId: memberships.orgId,
      userId: users.id,
      name: users.name,
      email: users.email,
      roles: memberships.roles,
      homePath: memberships.homePath,
      tabs: memberships.tabs,
      needsSecondFactor: sql<boolean>`${users.totpSince} is null
        and coalesce((${organisations.settings} ->> 'requiresTwoFactor')::boolean, false)`,
      isStale: sql<boolean>`${userSessions.seenAt} < now() - make_interval(mins => ${SEEN_MINUTES})`,
    })
    .from(userSessions)
    .innerJoin(users, eq(users.id, userSessions.userId))
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.orgId, userSessions.orgId)))
    .innerJoin(organisations, eq(organisations.id, memberships.orgId))
    .where(
      and(
        eq(userSessions.id, sessionId),
        isNull(userSessions.endedAt),
        isInUse(),
        eq(memberships.isActive, true),
      ),
    );
  if (!row) return null;
  const { isStale, ...person } = row;
  const roles = person.roles.filter(isRole);
  if (roles.length === 0) return null;
  if (isUse && isStale) await noteSeen(db, sessionId);
  return { ...person, roles };
}

/** Of many requests at once the first writes. */
async function noteSeen(db: Db, sessionId: string): Promise<void> {
  await db.execute(sql`update user_sessions set seen_at = now()
    where id = ${sessionId} and seen_at < now() - make_interval(mins => ${SEEN_MINUTES})`);
}

/** Whether this server has its organisation yet. */
export async function hasOrganisation(db: Db): Promise<boolean> {
  const found = await db.select({ id: organisations.id }).from(organisations).limit(1);
  return found.length > 0;
}
