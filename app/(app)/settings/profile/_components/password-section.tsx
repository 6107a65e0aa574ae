"use client";

import { useActionState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { savePassword } from "../actions";

type PasswordSectionProps = { email: string; hasPassword: boolean; asksCode: boolean };

/** Another password. */
export function PasswordSection({ email, hasPassword, asksCode }: PasswordSectionProps) {
  const [state, send] = useActionState(savePassword, UNSENT);
  const { fields } = state;
  return (
    <form action={send}>
      <Panel title="Password" footer={<SubmitButton variant="secondary">Change the password</SubmitButton>}>
        <div className="flex flex-col gap-3">
          {state.error && Object.keys(fields).length === 0 ? (
            <Alert tone="red" title={state.error} live />
          ) : null}
          {hasPassword ? null : (
            <p className="text-ink-muted text-sm">
              You sign in with Google or Microsoft. With a password you can sign in without them, too.
            </p>
          )}
          {/* For password managers, which keep a new password under the address it belongs to. */}
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <div className="grid items-start gap-3 md:grid-cols-2">
            {hasPassword ? (
              <Field label="Present password" required error={fields.password}>
                <Input name="password" type="password" autoComplete="current-password" />
              </Field>
            ) : asksCode ? (
              <Field label="Code of your authenticator app" required error={fields.password}>
                <Input name="password" autoComplete="one-time-code" inputMode="numeric" />
              </Field>
            ) : null}
            <Field label="New password" required hint="At least 10 characters." error={fields.newPassword}>
              <Input name="newPassword" type="password" autoComplete="new-password" minLength={10} />
            </Field>
          </div>
          {state.ok ? (
            <Alert tone="green" title="Your password is changed" live>
              You stay signed in here, and are signed out everywhere else.
            </Alert>
          ) : null}
        </div>
      </Panel>
    </form>
  );
}
