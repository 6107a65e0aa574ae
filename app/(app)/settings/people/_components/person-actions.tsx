"use client";

import { Ellipsis, KeyRound, Pencil, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Dialog } from "@/app/_ui/dialog";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { toast } from "@/app/_ui/toast";
import type { MemberView } from "@/lib/orgs/members-views";
import { deactivatePerson, newPasswordFor, reactivatePerson } from "../actions";
import { EditPerson } from "./edit-person";
import { PersonPassword } from "./person-password";

type PersonActionsProps = { person: MemberView; people: MemberView[] };

/** What an Admin may do to somebody: a menu, and the window of the line that was chosen. */
export function PersonActions({ person, people }: PersonActionsProps) {
  const { userId, name, isMe } = person;
  const [shown, setShown] = useState<"edit" | "deactivate" | "new-password">();
  const [password, setPassword] = useState<string>();
  const close = () => setShown(undefined);
  const closed = (open: boolean) => {
    if (!open) close();
  };

  const deactivate = async () => {
    const { ok, error = "" } = await deactivatePerson({ userId });
    if (!ok) toast.error(`${name} was not deactivated`, { description: error });
    return ok;
  };
  const reactivate = async () => {
    const { ok, error = "" } = await reactivatePerson({ userId });
    if (!ok) toast.error(`${name} was not reactivated`, { description: error });
  };
  const makePassword = async () => {
    const { ok, result, error = "" } = await newPasswordFor({ userId });
    if (result) setPassword(result.password);
    else toast.error("No new password was made", { description: error });
    return ok;
  };

  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" size="icon" aria-label={`Actions for ${name}`}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setShown("edit")}>
          Edit
        </MenuItem>
        {isMe ? null : (
          <MenuItem icon={<KeyRound aria-hidden="true" />} onSelect={() => setShown("new-password")}>
            New password
          </MenuItem>
        )}
        {person.isActive ? (
          <MenuItem tone="danger" icon={<UserX aria-hidden="true" />} onSelect={() => setShown("deactivate")}>
            Deactivate
          </MenuItem>
        ) : (
          <MenuItem icon={<UserCheck aria-hidden="true" />} onSelect={() => void reactivate()}>
            Reactivate
          </MenuItem>
        )}
      </Menu>
      <EditPerson person={person} people={people} open={shown === "edit"} onClose={close} />
      <ConfirmDialog
        open={shown === "deactivate"}
        onOpenChange={closed}
        tone="danger"
        title={isMe ? "Deactivate yourself?" : `Deactivate ${name}?`}
        description={`${isMe ? "You are" : "They are"} signed out at once and asked for no approval any more. The bills and the history stay. An Admin can reactivate ${isMe ? "you" : "them"}.`}
        confirmLabel="Deactivate"
        onConfirm={deactivate}
      />
      <ConfirmDialog
        open={shown === "new-password"}
        onOpenChange={closed}
        title={`Make a new password for ${name}?`}
        description="The old one stops working and they are signed out everywhere. You are shown the new one once, to hand it to them."
        confirmLabel="Make a new password"
        onConfirm={makePassword}
      />
      <Dialog
        title="The new password"
        open={password !== undefined}
        onOpenChange={(open) => {
          if (!open) setPassword(undefined);
        }}
      >
        {password ? <PersonPassword name={name} password={password} /> : null}
      </Dialog>
    </>
  );
}
