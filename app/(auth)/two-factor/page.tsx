import type { Metadata } from "next";
import { requireSession } from "@/lib/auth/session";
import { SetUp } from "./_components/set-up";

export const metadata: Metadata = { title: "Two-factor sign-in" };

/** Where somebody is led whose organisation asks for a second factor and who has none. */
export default async function TwoFactorPage() {
  const actor = await requireSession();
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">Two-factor sign-in</h1>
        <p className="mt-1 text-base text-ink-muted">
          Your organisation asks everybody to sign in with a code of their phone as well.
        </p>
      </div>
      <SetUp isNeeded={actor.needsSecondFactor === true} />
    </div>
  );
}
