import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { PageHeader } from "@/app/_ui/page-header";
import { readProfile } from "@/lib/auth/profile-views";
import { MailSection } from "./_components/mail-section";
import { NameSection } from "./_components/name-section";
import { PasswordSection } from "./_components/password-section";
import { SessionsSection } from "./_components/sessions-section";
import { TwoFactorSection } from "./_components/two-factor-section";

export const metadata: Metadata = { title: "Profile" };

/** What one may see and change of oneself: one section a panel. */
export default async function ProfilePage() {
  const actor = await requireFollower();
  const { name, email, roles, hasPassword, twoFactor, sessions, mail, sendsMail } = await readProfile(
    actor,
    {},
  );
  return (
    <>
      <PageHeader title="Profile" description={`${email} · ${roles}`} />
      <div className="flex max-w-2xl flex-col gap-5">
        <NameSection name={name} />
        <MailSection mail={mail} sendsMail={sendsMail} />
        <PasswordSection email={email} hasPassword={hasPassword} asksCode={twoFactor.since !== null} />
        <TwoFactorSection twoFactor={twoFactor} hasPassword={hasPassword} />
        <SessionsSection sessions={sessions} />
      </div>
    </>
  );
}
