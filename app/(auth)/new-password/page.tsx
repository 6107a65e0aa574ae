import type { Metadata } from "next";
import { TextLink } from "@/app/_ui/text-link";
import { canResetByMail } from "@/lib/auth/forgotten-password";
import { AskForm } from "./_components/ask-form";

export const metadata: Metadata = { title: "Forgotten password" };
// Whether mail can be sent is a setting of the running server, not of the build.
export const dynamic = "force-dynamic";

export default function ForgottenPasswordPage() {
  return (
    <div className="flex flex-col gap-5">
      <h1 className="font-semibold text-2xl tracking-tight">Forgotten password</h1>
      {canResetByMail() ? (
        <AskForm />
      ) : (
        <p className="text-base text-ink-muted">
          This server sends no mail. Ask an Admin of your organisation: under People, they make you a link
          with which you choose a new password.
        </p>
      )}
      <p>
        <TextLink href="/sign-in">Back to signing in</TextLink>
      </p>
    </div>
  );
}
