"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { SignInChoices } from "@/lib/auth/sign-in-choices";

const PROVIDERS = [
  { id: "google", choice: "google", label: "Continue with Google" },
  { id: "azure-ad", choice: "microsoft", label: "Continue with Microsoft" },
] as const;

/** The other accounts one may sign in with; nothing where none is configured. */
export function ProviderButtons({ choices, next }: { choices: SignInChoices; next: string }) {
  const [leavingFor, setLeavingFor] = useState<string>();
  const offered = PROVIDERS.filter(({ choice }) => choices[choice]);
  if (offered.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {offered.map(({ id, label }) => (
        <Button
          key={id}
          className="w-full"
          pending={leavingFor === id}
          onClick={() => {
            setLeavingFor(id);
            void signIn(id, { callbackUrl: next });
          }}
        >
          {label}
        </Button>
      ))}
      <p aria-hidden="true" className="flex items-center gap-3 py-2 text-ink-faint text-xs">
        <span className="h-px flex-1 bg-line" />
        or with your password
        <span className="h-px flex-1 bg-line" />
      </p>
    </div>
  );
}
