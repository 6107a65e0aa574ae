import type { Tx } from "@/db/client";
import { siteAddress } from "@/lib/core/site-address";
import { canSendMail, enqueueMail } from "@/lib/mail/enqueue-mail";
import { letter } from "@/lib/mail/letter";
import { getOrganisation } from "./organisation-views";

export const INVITATION_DAYS = 7;

/** Where a link goes: into a mail, or before the eyes of the Admin who hands it over. */
export interface SentLink {
  /** The path to hand over; null when it went out by mail, and nobody else gets to see it. */
  path: string | null;
}

/** When an invitation made now runs out. */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

interface Invitation {
  id: string;
  orgId: string;
  name: string;
  email: string;
  /** Who invites. */
  from: string;
  token: string;
  tokenHash: string;
}

/** Sends the link of an invitation, or gives it back where this server sends no mail. */
export async function sendInvitation(tx: Tx, invitation: Invitation): Promise<SentLink> {
  const { id, orgId, name, email, from, token, tokenHash } = invitation;
  const path = `/join/${token}`;
  if (!canSendMail()) return { path };
  const organisation = (await getOrganisation(tx, orgId)).name;
  await enqueueMail(tx, [
    {
      orgId,
      cause: `invitation:${id}:${tokenHash.slice(0, 12)}`,
      recipient: email,
      subject: `${from} invites you to ${organisation} on Countersign`,
      ...letter({
        before: [
          `Hello ${name},`,
          `${from} invites you to work with the bills of ${organisation} on Countersign.`,
        ],
        link: { label: "Accept the invitation", address: siteAddress(path) },
        after: [
          `You choose a password and are in. The link works once, for ${INVITATION_DAYS} days.`,
          "If you did not expect this, do nothing.",
        ],
      }),
    },
  ]);
  return { path: null };
}
