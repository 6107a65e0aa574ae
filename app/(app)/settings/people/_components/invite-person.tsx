"use client";

import { UserPlus } from "lucide-react";
import { useActionState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { MemberView } from "@/lib/orgs/members-views";
import { invitePerson } from "../actions";
import { LinkOnce } from "./link-once";
import { Refusal } from "./refusal";
import { RightsFields } from "./rights-fields";

type InvitePersonProps = { people: MemberView[]; sendsMail: boolean };

/** Invites a person: who they are and what they may do, then the link where no mail goes out. */
export function InvitePerson({ people, sendsMail }: InvitePersonProps) {
  return (
    <FreshDialog
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" />
          Invite a person
        </Button>
      }
      title="Invite a person"
      description={
        sendsMail
          ? "They get a mail with a link, and choose their password there."
          : "You are shown a link to send them; they choose their password there."
      }
    >
      {() => <InviteForm people={people} sendsMail={sendsMail} />}
    </FreshDialog>
  );
}

function InviteForm({ people, sendsMail }: InvitePersonProps) {
  const [state, send] = useActionState(invitePerson, UNSENT);
  const { fields, values, result } = state;
  const { name = "", email = "" } = values;
  if (result) {
    return (
      <LinkOnce link={result} name={name} email={email} label={`Invitation for ${name}`} lasts="seven days" />
    );
  }
  return (
    <form action={send}>
      <DialogBody>
        <Refusal state={state} />
        <Field label="Name" required error={fields.name}>
          <Input name="name" defaultValue={name} maxLength={120} autoFocus />
        </Field>
        <Field label="Email address" required error={fields.email}>
          <Input name="email" type="email" defaultValue={email} />
        </Field>
        <RightsFields key={state.sent} people={people} values={values} fields={fields} />
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>{sendsMail ? "Send the invitation" : "Make the invitation"}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
