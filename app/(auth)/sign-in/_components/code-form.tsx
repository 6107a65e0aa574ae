"use client";

import { useActionState, useState } from "react";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { signInWords } from "./sign-in-words";
import { type Proof, trySignIn } from "./try-sign-in";

type CodeFormProps = {
  /** What was found right already. */
  proof: Proof;
  next: string;
  /** Back to the address and the password. */
  onBack: () => void;
};

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export function CodeForm({ proof, next, onBack }: CodeFormProps) {
  const [byRecovery, setByRecovery] = useState(false);
  const [error, send] = useActionState<string | undefined, FormData>(async (_, form) => {
    const failed = await trySignIn(proof, String(form.get("code") ?? ""));
    if (failed) return signInWords(failed);
    window.location.assign(next);
    return undefined;
  }, undefined);
  return (
    <form action={send} className="flex flex-col gap-4">
      {error ? <Alert tone="red" title={error} live /> : null}
      {byRecovery ? (
        <Field
          key="recovery"
          label="Recovery code"
          required
          hint="One of the ten you were shown when you set it up. Each works once."
        >
          <Input name="code" autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
        </Field>
      ) : (
        <Field key="app" label="Code" required hint="The six digits that your authenticator app shows now.">
          <Input name="code" autoComplete="one-time-code" inputMode="numeric" maxLength={7} autoFocus />
        </Field>
      )}
      <SubmitButton className="mt-1 w-full">Sign in</SubmitButton>
      <div className="flex justify-between gap-3">
        <Button variant="link" onClick={() => setByRecovery(!byRecovery)}>
          {byRecovery ? "Use the app" : "Use a recovery code"}
        </Button>
        <Button variant="link" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
