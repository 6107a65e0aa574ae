import { z } from "zod";
import { command } from "@/lib/access/command";
import { emailAddress } from "@/lib/access/email-address";
import { newLinkToken } from "@/lib/access/link-token";
import { personName } from "@/lib/access/person-name";
import { AppError } from "@/lib/core/errors";
import { invitationEnd, sendInvitation } from "./invitation-link";
import {
  getOpenInvitations,
  insertInvitation,
  isAddressTaken,
  lockInvitation,
  updateInvitation,
} from "./invitations-store";
import { memberRights } from "./member-input";
import { assertSupervisor } from "./member-rules";
import { lockMembers } from "./members-store";

const taken = (message: string) =>
  new AppError("name-taken", { message, fields: [{ path: "email", message }] });

/**
 * Invites a person: by mail, or with a link that is shown this once. Nobody is a member before they have
 * accepted. An email address is one person's on the whole server.
 */
export const inviteMember = command({
  name: "member.manage",
  input: z.object({ name: personName, email: emailAddress, ...memberRights }),
  async run({ actor, tx, now, record }, { name, email, ...rights }) {
    assertSupervisor(await lockMembers(tx, actor), rights.supervisorId);
    if (await isAddressTaken(tx, email)) {
      throw taken("Somebody on this server has this email address already.");
    }
    const open = await getOpenInvitations(tx, actor.orgId);
    if (open.some((invitation) => invitation.email === email)) {
      throw taken("This address is invited already. Send that invitation again.");
    }
    const { token, hash } = newLinkToken();
    const id = await insertInvitation(tx, {
      ...{ orgId: actor.orgId, email, name, rights, tokenHash: hash },
      ...{ invitedBy: actor.userId, createdAt: now, expiresAt: invitationEnd(now) },
    });
    await record("member.invited", actor.orgId, { name, email, roles: rights.roles });
    const { orgId, name: from } = actor;
    const link = await sendInvitation(tx, { id, orgId, name, email, from, token, tokenHash: hash });
    return { id, ...link };
  },
});

/** Sends an invitation again, with a new link and seven days more; the old link ends. */
export const resendInvitation = command({
  name: "member.manage",
  input: z.object({ invitationId: z.uuid() }),
  async run({ actor, tx, now, record }, { invitationId }) {
    await lockMembers(tx, actor);
    const invitation = await lockInvitation(tx, actor.orgId, invitationId);
    if (!invitation) throw new AppError("not-found");
    const { name, email, rights } = invitation;
    const { token, hash } = newLinkToken();
    await updateInvitation(tx, invitationId, { tokenHash: hash, expiresAt: invitationEnd(now) });
    await record("member.invited", actor.orgId, { name, email, roles: rights.roles });
    const { orgId, name: from } = actor;
    return sendInvitation(tx, { id: invitationId, orgId, name, email, from, token, tokenHash: hash });
  },
});

/** Takes an invitation back: its link ends. */
export const revokeInvitation = command({
  name: "member.manage",
  input: z.object({ invitationId: z.uuid() }),
  async run({ actor, tx, now, record }, { invitationId }) {
    await lockMembers(tx, actor);
    const invitation = await lockInvitation(tx, actor.orgId, invitationId);
    if (!invitation) throw new AppError("not-found");
    await updateInvitation(tx, invitationId, { revokedAt: now });
    const { name, email } = invitation;
    await record("member.invitation-revoked", actor.orgId, { name, email });
  },
});
