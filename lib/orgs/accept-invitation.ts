import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { announce } from "@/lib/access/announce";
import { hashOfToken } from "@/lib/access/link-token";
import { newPassword } from "@/lib/access/new-password";
import { parse } from "@/lib/access/parse";
import { hashPassword } from "@/lib/access/password";
import { personName } from "@/lib/access/person-name";
import { isRole, ROLE_NAMES } from "@/lib/access/roles";
import { record } from "@/lib/audit/record";
import { AppError } from "@/lib/core/errors";
import { lockInvitationOfToken, updateInvitation } from "./invitations-store";
import { insertMember, insertUser } from "./members-store";

/** An invitation as the invited person sees it. */
export interface InvitationView {
  organisation: string;
  name: string;
  email: string;
  invitedBy: string;
  /** "Clerk, Approver". */
  roles: string;
}

async function invitationOf(tx: Tx, token: string, now: Date) {
  const hash = hashOfToken(token);
  const invitation = hash && (await lockInvitationOfToken(tx, hash, now));
  if (!invitation) throw new AppError("link-over");
  return { ...invitation, roles: invitation.rights.roles.filter(isRole) };
}

/**
 * What a link invites to. Asks no right: the token is what lets its bearer see it.
 * @throws AppError "link-over" when it was used, taken back, replaced, or is too old
 */
export async function readInvitation(token: string, now = new Date()): Promise<InvitationView> {
  const found = await db().transaction((tx) => invitationOf(tx, token, now));
  const { organisation, name, email, invitedBy, roles } = found;
  return {
    ...{ organisation, name, email, invitedBy },
    roles: roles.map((role) => ROLE_NAMES[role]).join(", "),
  };
}

const input = z.object({ token: z.string(), name: personName, password: newPassword });

/**
 * Makes the invited person a member, with the rights they were invited with. Once: of two who follow the
 * link at the same moment one is too late.
 * @throws AppError "invalid", "link-over", "name-taken" when the address has become somebody's meanwhile
 */
export async function acceptInvitation(
  given: z.input<typeof input>,
  now = new Date(),
): Promise<{ email: string }> {
  const { token, name, password } = parse(input, given);
  // Looked at before: hashing takes its time, which nobody gets without a link.
  await readInvitation(token, now);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const { id, orgId, email, rights, roles } = await invitationOf(tx, token, now);
    const userId = await insertUser(tx, { name, email, passwordHash });
    if (!userId) {
      const message = "Somebody on this server has this email address already. Sign in with it.";
      throw new AppError("name-taken", { message });
    }
    const { approvalLimit, supervisorId } = rights;
    await insertMember(tx, orgId, userId, { roles, approvalLimit, supervisorId });
    await updateInvitation(tx, id, { acceptedAt: now });
    await record(tx, [
      {
        ...{ orgId, subject: orgId, name: "member.joined" as const },
        ...{ actorId: userId, actorName: name, data: { userId, name, email }, at: now },
      },
    ]);
    await announce(tx, orgId);
    return { email };
  });
}
