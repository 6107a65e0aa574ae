import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { memberships, organisations, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { isRole } from "@/lib/access/roles";
import type { SessionClaims } from "./session-claims";

/** Somebody who may try to sign in: an active member of an organisation. */
export interface Account extends SessionClaims {
  passwordHash: string | null;
}

/** The account of an email address, whatever its case. Their first organisation, where they have several. */
export async function findAccount(db: Db, email: string): Promise<Account | undefined> {
  const [row] = await db
    .select({
      userId: users.id,
      orgId: memberships.orgId,
      sessionVersion: users.sessionVersion,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.isActive, true)))
    .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase()))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  return row;
}

/**
 * The person of a session as they are now; null when they were removed, made inactive, left without
 * a role, or had their sessions ended.
 */
export async function findActor(db: Db, claims: SessionClaims): Promise<Actor | null> {
  const [row] = await db
    .select({
      orgId: memberships.orgId,
      userId: users.id,
      name: users.name,
      email: users.email,
      roles: memberships.roles,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        eq(users.id, claims.userId),
        eq(users.sessionVersion, claims.sessionVersion),
        eq(memberships.orgId, claims.orgId),
        eq(memberships.isActive, true),
      ),
    );
  if (!row) return null;
  const roles = row.roles.filter(isRole);
  return roles.length === 0 ? null : { ...row, roles };
}

/** Whether this server has its organisation yet. */
export async function hasOrganisation(db: Db): Promise<boolean> {
  const found = await db.select({ id: organisations.id }).from(organisations).limit(1);
  return found.length > 0;
}
