"use client";

import { UserPlus } from "lucide-react";
import { useActionState, useState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { MemberView } from "@/lib/orgs/members-views";
import { addPerson } from "../actions";
import { PersonPassword } from "./person-password";
import { Refusal } from "./refusal";
import { RightsFields } from "./rights-fields";

/** Adds a person: first who they are and what they may do, then the password to hand to them. */
export function AddPerson({ people }: { people: MemberView[] }) {
  const [open, setOpen] = useState(false);
  // A new number makes a new form, so that the next person does not begin with the last one's password.
  const [round, setRound] = useState(0);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setRound(round + 1);
      }}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" />
          Add a person
        </Button>
      }
      title="Add a person"
      description="They sign in with their email address and the password that you are shown next."
    >
      <AddForm key={round} people={people} />
    </Dialog>
  );
}

function AddForm({ people }: { people: MemberView[] }) {
  const [state, send] = useActionState(addPerson, UNSENT);
  const { fields, values, result } = state;
  if (result) return <PersonPassword name={values.name ?? ""} password={result.password} />;
  return (
    <form action={send}>
      <DialogBody>
        <Refusal state={state} />
        <Field label="Name" required error={fields.name}>
          <Input name="name" defaultValue={values.name} maxLength={120} autoFocus />
        </Field>
        <Field label="Email address" required error={fields.email}>
          <Input name="email" type="email" defaultValue={values.email} />
        </Field>
        <RightsFields key={state.sent} people={people} values={values} fields={fields} />
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Add the person</SubmitButton>
      </DialogFooter>
    </form>
  );
}
