"use client";

import { KeyRound, Pause, Play } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { toast } from "@/app/_ui/toast";
import { ConnectorPassword } from "../../_components/connector-password";
import { newPassword, setPaused } from "../../actions";

type ForConnection = { connectionId: string; name: string };

/** Makes a new password, after asking: the old one stops at once. */
export function NewPassword({ connectionId, name }: ForConnection) {
  const [password, setPassword] = useState<string>();
  const make = async () => {
    const outcome = await newPassword({ connectionId });
    if (outcome.result) setPassword(outcome.result.password);
    else toast.error("No new password was made", { description: outcome.error ?? "" });
    return outcome.ok;
  };
  return (
    <>
      <ConfirmDialog
        trigger={
          <Button>
            <KeyRound aria-hidden="true" />
            New password
          </Button>
        }
        title="Make a new password?"
        description={`The password that the Web Connector has for ${name} stops working at once. Nothing syncs until the new one is pasted there.`}
        confirmLabel="Make a new password"
        onConfirm={make}
      />
      <Dialog
        title="The new password"
        description="Paste it in the Web Connector's Password column and press Enter."
        open={password !== undefined}
        onOpenChange={(open) => {
          if (!open) setPassword(undefined);
        }}
      >
        <DialogBody>{password ? <ConnectorPassword password={password} /> : null}</DialogBody>
        <DialogFooter>
          <DialogClose>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogFooter>
      </Dialog>
    </>
  );
}

/** Pauses or resumes: a paused Web Connector is told that there is nothing to do. */
export function PauseButton({ connectionId, isPaused }: { connectionId: string; isPaused: boolean }) {
  const [pending, start] = useTransition();
  const change = () =>
    start(async () => {
      const outcome = await setPaused({ connectionId, paused: !isPaused });
      if (!outcome.ok) toast.error("Nothing was changed", { description: outcome.error ?? "" });
    });
  return (
    <Button pending={pending} onClick={change}>
      {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
      {isPaused ? "Resume" : "Pause"}
    </Button>
  );
}
