"use client";

import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import type { SentLink } from "@/lib/orgs/invitation-link";
import type { MemberView } from "@/lib/orgs/members-views";
import { deactivatePerson, newPasswordFor, resetTwoFactorOf, signPersonOut } from "../actions";
import { DeactivationEffect } from "./deactivation-effect";

export type Question = "deactivate" | "new-password" | "sign-out" | "reset-two-factor";

type PersonQuestionsProps = {
  person: MemberView;
  asked: Question | undefined;
  onClose: () => void;
  onLink: (link: SentLink) => void;
};

/** What is asked before something is done to somebody: the window of the line that was chosen. */
export function PersonQuestions({ person, asked, onClose, onLink }: PersonQuestionsProps) {
  const { userId, name, isMe } = person;
  const shown = (question: Question) => ({
    open: asked === question,
    onOpenChange: (open: boolean) => {
      if (!open) onClose();
    },
  });
  const deactivate = async () => {
    const { ok, error = "" } = await deactivatePerson({ userId });
    if (!ok) toast.error(`${name} was not deactivated`, { description: error });
    return ok;
  };
  const makePassword = async () => {
    const { ok, result, error = "" } = await newPasswordFor({ userId });
    if (result) onLink(result);
    else toast.error("No link was made", { description: error });
    return ok;
  };
  const signOut = async () => {
    const { ok, result, error = "" } = await signPersonOut({ userId });
    if (ok) toast.success(result?.sessions ? `${name} is signed out` : `${name} was signed in nowhere`);
    else toast.error(`${name} was not signed out`, { description: error });
    return ok;
  };
  const resetTwoFactor = async () => {
    const { ok, error = "" } = await resetTwoFactorOf({ userId });
    if (!ok) toast.error("Two-factor sign-in was not reset", { description: error });
    return ok;
  };
  return (
    <>
      <ConfirmDialog
        {...shown("deactivate")}
        tone="danger"
        title={isMe ? "Deactivate yourself?" : `Deactivate ${name}?`}
        description={`${isMe ? "You are" : "They are"} signed out at once and asked for no approval any more. The bills and the history stay. An Admin can reactivate ${isMe ? "you" : "them"}.`}
        confirmLabel="Deactivate"
        onConfirm={deactivate}
      >
        <DeactivationEffect userId={userId} isMe={isMe} />
      </ConfirmDialog>
      <ConfirmDialog
        {...shown("new-password")}
        title={`Let ${name} choose a new password?`}
        description="The old one stops working and they are signed out everywhere. They choose the new one through a link that works once."
        confirmLabel="Make the link"
        onConfirm={makePassword}
      />
      <ConfirmDialog
        {...shown("sign-out")}
        title={isMe ? "Sign yourself out everywhere?" : `Sign ${name} out everywhere?`}
        description={`${isMe ? "You" : "They"} can sign in again with the same password.`}
        confirmLabel="Sign out everywhere"
        onConfirm={signOut}
      />
      <ConfirmDialog
        {...shown("reset-two-factor")}
        tone="danger"
        title={`Reset the two-factor sign-in of ${name}?`}
        description="For somebody who has lost their phone and their recovery codes. Make sure that it is they who ask. They are signed out everywhere, sign in with their password alone, and can set it up anew."
        confirmLabel="Reset"
        onConfirm={resetTwoFactor}
      />
    </>
  );
}
