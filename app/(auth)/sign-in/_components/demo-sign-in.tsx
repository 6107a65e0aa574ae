"use client";

import { useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Spinner } from "@/app/_ui/spinner";
import { toast } from "@/app/_ui/toast";
import type { DemoAccount } from "@/lib/auth/demo-accounts";
import { trySignIn } from "./try-sign-in";

type DemoSignInProps = { accounts: DemoAccount[]; password: string; next: string };

/** The demo's people, each one press away. */
export function DemoSignIn({ accounts, password, next }: DemoSignInProps) {
  const [entering, setEntering] = useState<string>();
  const enter = async (email: string) => {
    setEntering(email);
    const failed = await trySignIn({ email, password });
    if (!failed) {
      window.location.assign(next);
      return;
    }
    setEntering(undefined);
    toast.error("Signing in did not work", {
      description:
        failed === "code-needed"
          ? "This account asks for a code: sign in above, with its address and password."
          : "The password of this account may have been changed.",
    });
  };
  return (
    <section aria-label="Demo accounts">
      <h2 className="mb-2 text-ink-muted text-xs">
        This is a demo. Enter as somebody, or type the address with the password{" "}
        <code className="font-mono text-ink">{password}</code>
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {accounts.map(({ name, email, roles }) => (
          <li key={email}>
            <button
              type="button"
              aria-busy={entering === email || undefined}
              onClick={() => (entering ? undefined : void enter(email))}
              className="flex w-full items-center gap-3 px-3 py-2 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2 touch:py-3"
            >
              <Avatar name={name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-ink text-sm">{name}</span>
                <span className="block truncate text-ink-muted text-xs">{email}</span>
              </span>
              {entering === email ? <Spinner /> : <span className="text-ink-muted text-xs">{roles}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
