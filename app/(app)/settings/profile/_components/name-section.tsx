"use client";

import { useActionState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { saveName } from "../actions";

/** One's name. What was recorded under another keeps it. */
export function NameSection({ name }: { name: string }) {
  const [state, send] = useActionState(saveName, UNSENT);
  return (
    <form action={send}>
      <Panel title="Name" footer={<SubmitButton variant="secondary">Save the name</SubmitButton>}>
        <div className="flex flex-col gap-3">
          {state.error && !state.fields.name ? <Alert tone="red" title={state.error} live /> : null}
          <Field
            label="Your name"
            hint="Approvals that you gave under another name keep it."
            error={state.fields.name}
          >
            <Input
              key={`${name} ${state.sent}`}
              name="name"
              autoComplete="name"
              maxLength={120}
              defaultValue={state.ok ? name : (state.values.name ?? name)}
            />
          </Field>
          {state.ok ? <Alert tone="green" title="Saved" live /> : null}
        </div>
      </Panel>
    </form>
  );
}
