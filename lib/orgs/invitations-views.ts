import { z } from "zod";
import { query } from "@/lib/access/command";
import { isRole, type Role } from "@/lib/access/roles";
import { getOpenInvitations } from "./invitations-store";

/** Somebody who was invited and has not accepted yet. */
export interface InvitationView {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  invitedBy: string;
  expiresAt: Date;
  /** Its link works no more; it can be sent again. */
  isOver: boolean;
}

/** The open invitations, from the oldest. */
export const listInvitations = query({
  name: "member.list",
  input: z.object({}),
  async run({ actor, db }): Promise<InvitationView[]> {
    const open = await getOpenInvitations(db, actor.orgId);
    const now = new Date();
    return open.map(({ id, name, email, rights, invitedBy, expiresAt }) => ({
      ...{ id, name, email, invitedBy, expiresAt },
      roles: rights.roles.filter(isRole),
      isOver: expiresAt <= now,
    }));
  },
});
