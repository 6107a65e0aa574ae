"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { setUp } from "../actions";

/** Names the organisation and makes its first Admin, who is signed in at once. */
export function WelcomeForm() {
  const [state, send] = useActionState<FormState, FormData>(async (before, form) => {
    const after = await setUp(before, form);
    if (!after.ok) return after;
    const answer = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email") ?? ""),
      password: String(form.get("password") ?? ""),
    });
    window.location.assign(answer?.ok ? "/settings/connections" : "/sign-in");
    return after;
  }, UNSENT);
  const { fields, values } = state;
  return (
    <form action={send} className="flex flex-col gap-4">
      {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
      <Field label="Organisation" required error={fields.organisation}>
        <Input
          name="organisation"
          autoComplete="organization"
          defaultValue={values.organisation}
          placeholder="Northwind Builders"
          autoFocus
        />
      </Field>
      <Field label="Your name" required error={fields.name}>
        <Input name="name" autoComplete="name" defaultValue={values.name} />
      </Field>
      <Field label="Email address" required error={fields.email}>
        <Input name="email" type="email" autoComplete="username" defaultValue={values.email} />
      </Field>
      <Field label="Password" required hint="At least 10 characters." error={fields.password}>
        <Input name="password" type="password" autoComplete="new-password" minLength={10} />
      </Field>
      <SubmitButton className="mt-1 w-full">Create the organisation</SubmitButton>
    </form>
  );
}
