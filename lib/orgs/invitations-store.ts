import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { invitations, organisations, users } from "@/db/schema";
import type { InvitedRights } from "@/db/schema/sign-in";

/** An invitation that nobody has accepted and nobody has taken back. It may have run out. */
export interface OpenInvitation {
  id: string;
  orgId: string;
  email: string;
  name: string;
  rights: InvitedRights;
  invitedBy: string;
  expiresAt: Date;
}

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

const columns = {
  id: invitations.id,
  orgId: invitations.orgId,
  email: invitations.email,
  name: invitations.name,
  rights: invitations.rights,
  invitedBy: users.name,
  expiresAt: invitations.expiresAt,
};

export async function getOpenInvitations(db: Db | Tx, orgId: string): Promise<OpenInvitation[]> {
  return db
    .select(columns)
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.orgId, orgId), isOpen))
    .orderBy(asc(invitations.createdAt));
}

/** The open invitation of that id, held until the transaction ends. */
export async function lockInvitation(tx: Tx, orgId: string, id: string): Promise<OpenInvitation | undefined> {
  const [row] = await tx
    .select(columns)
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.orgId, orgId), eq(invitations.id, id), isOpen))
    .for("update", { of: invitations });
  return row;
}

/** The invitation that a token opens now, with the organisation's name; held until the transaction ends. */
export async function lockInvitationOfToken(tx: Tx, tokenHash: string, now: Date) {
  const [row] = await tx
    .select({ ...columns, organisation: organisations.name })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .innerJoin(organisations, eq(organisations.id, invitations.orgId))
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen, gt(invitations.expiresAt, now)))
    .for("update", { of: invitations });
  return row;
}

export async function insertInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<string> {
  const [row] = await tx.insert(invitations).values(invitation).returning({ id: invitations.id });
  if (!row) throw new Error("an invitation was not stored");
  return row.id;
}

export async function updateInvitation(
  tx: Tx,
  id: string,
  changes: Partial<
    Pick<typeof invitations.$inferInsert, "tokenHash" | "expiresAt" | "acceptedAt" | "revokedAt">
  >,
): Promise<void> {
  await tx.update(invitations).set(changes).where(eq(invitations.id, id));
}

/** Whether anybody on this server has this email address. */
export async function isAddressTaken(tx: Tx, email: string): Promise<boolean> {
  return (await tx.$count(users, sql`lower(email) = ${email.toLowerCase()}`)) > 0;
}
