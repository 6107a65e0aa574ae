"use client";

import { Ellipsis, KeyRound, LogOut, PanelLeft, Pencil, ShieldOff, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Menu, MenuItem, MenuSeparator } from "@/app/_ui/menu";
import { toast } from "@/app/_ui/toast";
import type { SentLink } from "@/lib/orgs/invitation-link";
import type { MemberView } from "@/lib/orgs/members-views";
import { reactivatePerson } from "../actions";
import { EditPerson } from "./edit-person";
import { EditTabs } from "./edit-tabs";
import { LinkOnce } from "./link-once";
import { PersonQuestions, type Question } from "./person-questions";

type PersonActionsProps = { person: MemberView; people: MemberView[] };

/** What an Admin may do to somebody: a menu, and the window of the line that was chosen. */
export function PersonActions({ person, people }: PersonActionsProps) {
  const { userId, name, email, isMe } = person;
  const [shown, setShown] = useState<"edit" | "tabs" | Question>();
  const [link, setLink] = useState<SentLink>();
  const close = () => setShown(undefined);

  const reactivate = async () => {
    const { ok, error = "" } = await reactivatePerson({ userId });
    if (!ok) toast.error(`${name} was not reactivated`, { description: error });
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
        <MenuItem icon={<PanelLeft aria-hidden="true" />} onSelect={() => setShown("tabs")}>
          Pages
        </MenuItem>
        <MenuSeparator />
        {isMe ? (
          <MenuItem icon={<KeyRound aria-hidden="true" />} href="/settings/profile">
            Password and sessions
          </MenuItem>
        ) : (
          <>
            <MenuItem icon={<KeyRound aria-hidden="true" />} onSelect={() => setShown("new-password")}>
              New password
            </MenuItem>
            <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => setShown("sign-out")}>
              Sign out everywhere
            </MenuItem>
            {person.hasTwoFactor ? (
              <MenuItem icon={<ShieldOff aria-hidden="true" />} onSelect={() => setShown("reset-two-factor")}>
                Reset two-factor sign-in
              </MenuItem>
            ) : null}
          </>
        )}
        <MenuSeparator />
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
      <EditTabs person={person} open={shown === "tabs"} onClose={close} />
      <PersonQuestions
        person={person}
        asked={shown === "edit" || shown === "tabs" ? undefined : shown}
        onClose={close}
        onLink={setLink}
      />
      <Dialog
        title="A new password"
        open={link !== undefined}
        onOpenChange={(open) => {
          if (!open) setLink(undefined);
        }}
      >
        {link ? (
          <LinkOnce link={link} name={name} email={email} label={`Link for ${name}`} lasts="24 hours" />
        ) : null}
      </Dialog>
    </>
  );
}
