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
import { addPerson } from "../actions";
import { PersonPassword } from "./person-password";
import { Refusal } from "./refusal";
import { RightsFields } from "./rights-fields";

/** Adds a person: first who they are and what they may do, then the password to hand to them. */
export function AddPerson({ people }: { people: MemberView[] }) {
  return (
    <FreshDialog
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" />
          Add a person
        </Button>
      }
      title="Add a person"
      description="They sign in with their email address and the password that you are shown next."
    >
      {() => <AddForm people={people} />}
    </FreshDialog>
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
