"use client";

import { useActionState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { MemberView } from "@/lib/orgs/members-views";
import { changePerson } from "../actions";
import { Refusal } from "./refusal";
import { RightsFields } from "./rights-fields";

type EditPersonProps = { person: MemberView; people: MemberView[]; open: boolean; onClose: () => void };

/** Changes what somebody may do. It acts at their next click. */
export function EditPerson({ person, people, open, onClose }: EditPersonProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Edit ${person.name}`}
      description="Changes act at their next click."
    >
      <EditForm person={person} people={people} onClose={onClose} />
    </Dialog>
  );
}

function EditForm({ person, people, onClose }: Omit<EditPersonProps, "open">) {
  const [state, send] = useActionState(async (before: FormState<void>, form: FormData) => {
    const after = await changePerson(before, form);
    if (after.ok) onClose();
    return after;
  }, UNSENT);
  return (
    <form action={send}>
      <DialogBody>
        <Refusal state={state} />
        <input type="hidden" name="userId" value={person.userId} />
        <RightsFields
          key={state.sent}
          people={people}
          person={person}
          values={state.values}
          fields={state.fields}
        />
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Save</SubmitButton>
      </DialogFooter>
    </form>
  );
}
