"use client";

import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import { endOne, endOthers } from "../actions";

export function EndSessionButton({ sessionId, browser }: { sessionId: string; browser: string }) {
  const [pending, start] = useTransition();
  const end = () =>
    start(async () => {
      const { ok, error = "" } = await endOne({ sessionId });
      if (!ok) toast.error("The session was not ended", { description: error });
    });
  return (
    <Button size="sm" pending={pending} onClick={end} aria-label={`Sign out ${browser}`}>
      Sign out
    </Button>
  );
}

export function EndOthersButton() {
  const end = async () => {
    const { ok, error = "" } = await endOthers({});
    if (!ok) toast.error("The sessions were not ended", { description: error });
    return ok;
  };
  return (
    <ConfirmDialog
      trigger={<Button size="sm">Sign out all others</Button>}
      title="Sign out everywhere else?"
      description="You stay signed in here. If you did not know one of them, change your password as well."
      confirmLabel="Sign out all others"
      onConfirm={end}
    />
  );
}
