import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { demoAccounts } from "@/lib/auth/demo-accounts";
import { isFirstVisit } from "@/lib/auth/first-visit";
import { safeNextPath } from "@/lib/auth/next-path";
import { currentActor } from "@/lib/auth/session";
import { signInChoices } from "@/lib/auth/sign-in-choices";
import { DEMO_PASSWORD } from "@/lib/demo/password";
import { DemoSignIn } from "./_components/demo-sign-in";
import { ProviderButtons } from "./_components/provider-buttons";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, callbackUrl, error, ticket } = await searchParams;
  if (await isFirstVisit()) redirect("/welcome");
  // next-auth comes back with a whole address of its own; only its path is of use here.
  const goal = safeNextPath(next) ?? safeNextPath(pathOf(callbackUrl)) ?? "/";
  if (await currentActor()) redirect(goal);
  const accounts = await demoAccounts();
  return (
    <div className="flex flex-col gap-5">
      <h1 className="font-semibold text-2xl tracking-tight">Sign in</h1>
      <ProviderButtons choices={signInChoices()} next={goal} />
      <SignInForm
        next={goal}
        failed={typeof error === "string" ? error : undefined}
        ticket={typeof ticket === "string" ? ticket : undefined}
      />
      {accounts.length > 0 ? <DemoSignIn accounts={accounts} password={DEMO_PASSWORD} next={goal} /> : null}
    </div>
  );
}

function pathOf(address: string | string[] | undefined): string | undefined {
  if (typeof address !== "string" || !URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
