import type { Metadata } from "next";
import { AppError } from "@/lib/core/errors";
import { readInvitation } from "@/lib/orgs/accept-invitation";
import { LinkOver } from "../../_components/link-over";
import { JoinForm } from "./_components/join-form";

export const metadata: Metadata = { title: "Invitation" };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(token).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
  if (!invitation) return <LinkOver>Ask whoever invited you to send the invitation again.</LinkOver>;
  const { organisation, invitedBy, roles, name, email } = invitation;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">Join {organisation}</h1>
        <p className="mt-1 text-base text-ink-muted">
          {invitedBy} invites you to work with its bills. Your rights: {roles}.
        </p>
      </div>
      <JoinForm token={token} name={name} email={email} />
    </div>
  );
}
