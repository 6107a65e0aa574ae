"use client";

import { useActionState, useId, useState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { SubmitButton } from "@/app/_ui/submit-button";
import { allowedTabs } from "@/lib/access/tabs";
import type { MemberView } from "@/lib/orgs/members-views";
import { changeTabs } from "../actions";
import { Refusal } from "./refusal";

type EditTabsProps = { person: MemberView; open: boolean; onClose: () => void };

/** Which pages somebody finds in their navigation, and on which they start. */
export function EditTabs({ person, open, onClose }: EditTabsProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Pages of ${person.name}`}
      description="A quieter navigation, not a right: a page that is hidden still opens by its address."
    >
      <TabsForm person={person} onClose={onClose} />
    </Dialog>
  );
}

function TabsForm({ person, onClose }: Omit<EditTabsProps, "open">) {
  const id = useId();
  const tabs = allowedTabs(person);
  const [shown, setShown] = useState(() =>
    tabs.map(({ path }) => path).filter((path) => !person.tabs || person.tabs.includes(path)),
  );
  const [state, send] = useActionState(async (before: FormState<void>, form: FormData) => {
    const after = await changeTabs(before, form);
    if (after.ok) onClose();
    return after;
  }, UNSENT);
  const toggle = (path: string, isShown: boolean) =>
    setShown((before) => (isShown ? [...before, path] : before.filter((each) => each !== path)));
  return (
    <form action={send}>
      <DialogBody>
        <Refusal state={state} />
        <input type="hidden" name="userId" value={person.userId} />
        <fieldset aria-describedby={`${id}-error`} className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1 font-medium text-ink text-sm">Shown in the navigation</legend>
          <div className="grid grid-cols-2 gap-x-3">
            {tabs.map(({ path, label }) => (
              <Checkbox
                key={path}
                name="tab"
                value={path}
                label={label}
                checked={shown.includes(path)}
                onChange={(event) => toggle(path, event.target.checked)}
              />
            ))}
          </div>
          <p id={`${id}-error`} aria-live="polite" className="text-danger-ink text-xs empty:hidden">
            {state.fields.tabs?.join(" ")}
          </p>
        </fieldset>
        <Field
          label="First page"
          error={state.fields.homePath}
          hint="Where they are after signing in. As usual: the inbox, or for those who only approve, Approvals."
        >
          <Select
            key={state.sent}
            name="homePath"
            placeholder="As usual"
            defaultValue={state.values.homePath ?? person.homePath ?? ""}
          >
            {tabs.map(({ path, label }) =>
              shown.includes(path) ? (
                <option key={path} value={path}>
                  {label}
                </option>
              ) : null,
            )}
          </Select>
        </Field>
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
