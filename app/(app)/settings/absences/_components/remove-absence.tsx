"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import { removeOf, removeOwn } from "../actions";

type RemoveAbsenceProps = { absenceId: string; name: string; isMine: boolean };

export function RemoveAbsence({ absenceId, name, isMine }: RemoveAbsenceProps) {
  const remove = async () => {
    const { ok, error = "" } = await (isMine ? removeOwn : removeOf)({ absenceId });
    if (!ok) toast.error("The absence was not removed", { description: error });
    return ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="icon" aria-label={`Remove the absence of ${name}`} title="Remove">
          <Trash2 aria-hidden="true" />
        </Button>
      }
      title="Remove this absence?"
      description={`Nobody stands in for ${isMine ? "you" : name} any more on these days. What was approved meanwhile stays approved.`}
      confirmLabel="Remove"
      onConfirm={remove}
    />
  );
}
