"use client";

import { useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Dialog } from "@/app/_ui/dialog";
import { toast } from "@/app/_ui/toast";
import type { SentLink } from "@/lib/orgs/invitation-link";
import type { InvitationView } from "@/lib/orgs/invitations-views";
import { sendInvitationAgain, takeInvitationBack } from "../actions";
import { LinkOnce } from "./link-once";

type InvitationActionsProps = { invitation: Pick<InvitationView, "id" | "name" | "email"> };

/** Send an invitation again, or take it back. */
export function InvitationActions({ invitation: { id, name, email } }: InvitationActionsProps) {
  const [link, setLink] = useState<SentLink>();
  const [pending, start] = useTransition();
  const sendAgain = () =>
    start(async () => {
      const { result, error = "" } = await sendInvitationAgain({ invitationId: id });
      if (result) setLink(result);
      else toast.error("The invitation was not sent again", { description: error });
    });
  const takeBack = async () => {
    const { ok, error = "" } = await takeInvitationBack({ invitationId: id });
    if (!ok) toast.error("The invitation was not taken back", { description: error });
    return ok;
  };
  return (
    <span className="flex gap-1">
      <Button
        size="sm"
        pending={pending}
        onClick={sendAgain}
        aria-label={`Send ${name} the invitation again`}
      >
        Send again
      </Button>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="ghost" aria-label={`Take the invitation of ${name} back`}>
            Take back
          </Button>
        }
        tone="danger"
        title={`Take the invitation of ${name} back?`}
        description="Its link works no more. You can invite them again."
        confirmLabel="Take back"
        onConfirm={takeBack}
      />
      <Dialog
        title="The new invitation"
        description="The link that was sent before works no more."
        open={link !== undefined}
        onOpenChange={(open) => {
          if (!open) setLink(undefined);
        }}
      >
        {link ? (
          <LinkOnce
            link={link}
            name={name}
            email={email}
            label={`Invitation for ${name}`}
            lasts="seven days"
          />
        ) : null}
      </Dialog>
    </span>
  );
}
