"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { chooseNewPassword } from "../../actions";

type NewPasswordFormProps = {
  token: string;
  /** Whose password it is; left out when the link works no more. */
  email: string | undefined;
  over: ReactNode;
};

/** Chooses a new password by a link. */
export function NewPasswordForm({ token, email, over }: NewPasswordFormProps) {
  const [state, send] = useActionState<FormState, FormData>(chooseNewPassword, UNSENT);
  if (state.ok) {
    return (
      <div className="flex flex-col gap-5">
        <h1 className="font-semibold text-2xl tracking-tight">New password</h1>
        <Alert tone="green" title="Your new password is set" live>
          You were signed out everywhere.
        </Alert>
        <p>
          <TextLink href="/sign-in">Sign in with it</TextLink>
        </p>
      </div>
    );
  }
  if (!email || state.code === "link-over") return over;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">New password</h1>
        <p className="mt-1 text-base text-ink-muted">
          You are signed out everywhere, and sign in with the new one.
        </p>
      </div>
      <form action={send} className="flex flex-col gap-4">
        {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
        <input type="hidden" name="token" value={token} />
        <Field label="Email address">
          <Input type="email" autoComplete="username" value={email} readOnly />
        </Field>
        <Field label="New password" required hint="At least 10 characters." error={state.fields.password}>
          <Input name="password" type="password" autoComplete="new-password" minLength={10} autoFocus />
        </Field>
        <SubmitButton className="mt-1 w-full">Set the new password</SubmitButton>
      </form>
    </div>
  );
}
