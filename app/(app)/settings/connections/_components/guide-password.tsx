"use client";

import { KeyRound } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { newPassword } from "../actions";
import { ConnectorPassword } from "./connector-password";
import { useNewPasswords } from "./new-passwords";

type GuidePasswordProps = { connectionId: string; mayMake: boolean };

/** The password that was just made, to copy; where it was made earlier, the way to a new one. */
export function GuidePassword({ connectionId, mayMake }: GuidePasswordProps) {
  const { made, keep } = useNewPasswords();
  const [pending, start] = useTransition();
  const password = made[connectionId];
  if (password) return <ConnectorPassword password={password} />;
  if (!mayMake) {
    return (
      <p className="text-ink-muted text-sm">
        The password was shown when it was made. An Admin can make a new one.
      </p>
    );
  }
  const make = () =>
    start(async () => {
      const outcome = await newPassword({ connectionId });
      if (outcome.result) keep(connectionId, outcome.result.password);
      else toast.error("No new password was made", { description: outcome.error ?? "" });
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-sunken px-3.5 py-3">
      <p className="max-w-md text-ink-muted text-sm">
        The password was shown once, when it was made, and cannot be shown again. A new one takes its place at
        once.
      </p>
      <Button pending={pending} onClick={make}>
        <KeyRound aria-hidden="true" />
        Make a new password
      </Button>
    </div>
  );
}
