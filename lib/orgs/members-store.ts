import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { type Actor, may } from "@/lib/access/actor";
import { isRole, type Role } from "@/lib/access/roles";
import { AppError } from "@/lib/core/errors";
import { lockOrganisation } from "./lock-organisation";

/** A person of an organisation, with what they may do there. */
export interface Member {
  userId: string;
  name: string;
  email: string;
  roles: Role[];
  /** The largest bill their approval completes, in dollars and cents; null is no limit. */
  approvalLimit: string | null;
  supervisorId: string | null;
  isActive: boolean;
  /** The page they start on and the tabs they are shown, of lib/access/tabs.ts; null is no choice. */
  homePath: string | null;
  tabs: string[] | null;
  /** A code is asked for when they sign in. */
  hasTwoFactor: boolean;
}

/** What may be changed about a member. */
export type MemberRights = Pick<Member, "roles" | "approvalLimit" | "supervisorId">;

/** Everybody of an organisation, the deactivated too, by name. */
export async function getMembers(db: Tx | Db, orgId: string): Promise<Member[]> {
  const rows = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      roles: memberships.roles,
      approvalLimit: memberships.approvalLimit,
      supervisorId: memberships.supervisorId,
      isActive: memberships.isActive,
      homePath: memberships.homePath,
      tabs: memberships.tabs,
      hasTwoFactor: sql<boolean>`${users.totpSince} is not null`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.orgId, orgId))
    .orderBy(asc(users.name), asc(users.id));
  return rows.map((row) => ({ ...row, roles: row.roles.filter(isRole) }));
}

/**
 * Everybody of the organisation, unchanged until the transaction ends: changes of people take turns, so
 * that a rule over all of them ("an Admin remains") holds.
 */
export async function lockPeople(tx: Tx, orgId: string): Promise<Member[]> {
  await lockOrganisation(tx, orgId);
  return getMembers(tx, orgId);
}

/**
 * Everybody of the actor's organisation, as lockPeople gives them, for a change of people. Whoever lost
 * the right while waiting for their turn is refused.
 * @throws AppError "forbidden"
 */
export async function lockMembers(tx: Tx, actor: Actor): Promise<Member[]> {
  const members = await lockPeople(tx, actor.orgId);
  const self = members.find(({ userId }) => userId === actor.userId);
  if (!self?.isActive || !may({ ...actor, roles: self.roles }, "member.manage")) {
    throw new AppError("forbidden");
  }
  return members;
}

/** Somebody's name. */
export async function nameOf(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return row?.name ?? "";
}

/** A new person with a password; null when the email address is somebody's already, whatever its case. */
export async function insertUser(
  tx: Tx,
  user: { name: string; email: string; passwordHash: string },
): Promise<string | null> {
  const [row] = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
  return row?.id ?? null;
}

export async function insertMember(
  tx: Tx,
  orgId: string,
  userId: string,
  rights: MemberRights,
): Promise<void> {
  await tx.insert(memberships).values({ orgId, userId, ...rights });
}

export async function updateMember(
  tx: Tx,
  orgId: string,
  userId: string,
  changes: Partial<MemberRights & Pick<Member, "isActive" | "homePath" | "tabs">>,
): Promise<void> {
  await tx
    .update(memberships)
    .set(changes)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)));
}
