import type { Metadata } from "next";
import { readReset } from "@/lib/auth/reset-password";
import { AppError } from "@/lib/core/errors";
import { LinkOver } from "../../_components/link-over";
import { NewPasswordForm } from "./_components/new-password-form";

export const metadata: Metadata = { title: "New password" };

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await readReset(token).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
  // The form stays where it is when the link is over because it has just been used.
  return <NewPasswordForm token={token} email={found?.email} over={<Over />} />;
}

const Over = () => (
  <LinkOver>{"Choose “Forgot it?” beside the password, or ask an Admin for another link."}</LinkOver>
);
