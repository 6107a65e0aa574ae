"use client";

import { useOptimistic, useTransition } from "react";
import { Panel } from "@/app/_ui/panel";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import { setTwoFactorRule } from "../actions";

/** Whether everybody must sign in with a second factor: a switch for Admins, a sentence for the others. */
export function TwoFactorRule({ isRequired, mayChange }: { isRequired: boolean; mayChange: boolean }) {
  const [shown, show] = useOptimistic(isRequired);
  const [, start] = useTransition();
  const change = (next: boolean) =>
    start(async () => {
      show(next);
      const { ok, error = "" } = await setTwoFactorRule({ isRequired: next });
      if (!ok) toast.error("The rule was not changed", { description: error });
    });
  return (
    <Panel title="Two-factor sign-in" className="mt-5">
      {mayChange ? (
        <Switch
          label="Everybody signs in with a code as well"
          hint="Whoever has not set up an authenticator app is led to that at their next click, and can do nothing before."
          checked={shown}
          onCheckedChange={change}
        />
      ) : (
        <p className="text-ink-muted text-sm">
          {isRequired
            ? "Everybody signs in with a code of their authenticator app as well."
            : "Everybody chooses on their profile page whether to sign in with a code as well."}
        </p>
      )}
    </Panel>
  );
}
