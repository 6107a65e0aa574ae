"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { join } from "../actions";

type JoinFormProps = { token: string; name: string; email: string };

/** The invited person says who they are, chooses a password, and is signed in at once. */
export function JoinForm({ token, name, email }: JoinFormProps) {
  const [state, send] = useActionState<FormState, FormData>(async (before, form) => {
    const after = await join(before, form);
    if (!after.ok) return after;
    const password = String(form.get("password") ?? "");
    const answer = await signIn("credentials", { redirect: false, email, password }).catch(() => undefined);
    window.location.assign(answer?.ok ? "/" : "/sign-in");
    return after;
  }, UNSENT);
  const { fields, values } = state;
  return (
    <form action={send} className="flex flex-col gap-4">
      {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
      <input type="hidden" name="token" value={token} />
      <Field label="Email address">
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label="Your name" required error={fields.name}>
        <Input name="name" autoComplete="name" maxLength={120} defaultValue={values.name ?? name} />
      </Field>
      <Field label="Password" required hint="At least 10 characters." error={fields.password}>
        <Input name="password" type="password" autoComplete="new-password" minLength={10} autoFocus />
      </Field>
      <SubmitButton className="mt-1 w-full">Accept the invitation</SubmitButton>
    </form>
  );
}
