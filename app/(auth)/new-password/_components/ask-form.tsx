"use client";

import { useActionState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { askForLink } from "../actions";

/** Asks for the address, and says the same whoever has it. */
export function AskForm() {
  const [state, send] = useActionState<FormState, FormData>(askForLink, UNSENT);
  if (state.ok) {
    return (
      <Alert tone="green" title="Look into your mailbox" live>
        If {state.values.email} is the address of an account here, a mail with a link is on its way to it. The
        link works for one hour.
      </Alert>
    );
  }
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
      <p className="text-base text-ink-muted">You get a mail with a link to choose a new one.</p>
      <Field label="Email address" required error={state.fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={state.values.email}
          autoFocus
        />
      </Field>
      <SubmitButton className="mt-1 w-full">Send the link</SubmitButton>
    </form>
  );
}
