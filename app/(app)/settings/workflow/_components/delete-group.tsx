"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import type { GroupView } from "@/lib/workflow/groups";
import { removeGroup } from "../actions";

/** Deletes a group that no rule names; otherwise the refusal says which do. */
export function DeleteGroup({ group: { id, name } }: { group: GroupView }) {
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm" aria-label={`Delete the group ${name}`}>
          <Trash2 aria-hidden="true" />
        </Button>
      }
      tone="danger"
      title={`Delete the group ${name}?`}
      description="Its people stay. Bills that were sent to them stay with them."
      confirmLabel="Delete"
      onConfirm={async () => {
        const { ok, error = "" } = await removeGroup({ groupId: id });
        if (!ok) toast.error(`${name} was not deleted`, { description: error });
        return undefined;
      }}
    />
  );
}
