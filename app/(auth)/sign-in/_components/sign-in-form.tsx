"use client";

import { useActionState, useState } from "react";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { CodeForm } from "./code-form";
import { signInWords } from "./sign-in-words";
import { type Proof, trySignIn } from "./try-sign-in";

interface Attempt {
  email: string;
  error?: string;
}

type SignInFormProps = {
  /** Where to go afterwards; a path of this site, checked by the page. */
  next: string;
  /** The code of a sign-in with another account that failed. */
  failed?: string | undefined;
  /** From Google or Microsoft, whose person has a code to give here as well. */
  ticket?: string | undefined;
};

/** Email address and password; then, where the account asks for it, a code. */
export function SignInForm({ next, failed, ticket }: SignInFormProps) {
  const [proof, setProof] = useState<Proof | undefined>(ticket ? { ticket } : undefined);
  const [attempt, send] = useActionState<Attempt, FormData>(
    async (_, form) => {
      const email = String(form.get("email") ?? "");
      const given = { email, password: String(form.get("password") ?? "") };
      const error = await trySignIn(given);
      if (error === "code-needed") {
        setProof(given);
        return { email };
      }
      if (error) return { email, error: signInWords(error) };
      // A whole new page: nothing of what was drawn for nobody may stay.
      window.location.assign(next);
      return { email };
    },
    { email: "", ...(failed ? { error: signInWords(failed) } : {}) },
  );
  if (proof) return <CodeForm proof={proof} next={next} onBack={() => setProof(undefined)} />;
  return (
    <form action={send} className="flex flex-col gap-4">
      {attempt.error ? <Alert tone="red" title={attempt.error} live /> : null}
      <Field label="Email address" required>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={attempt.email}
          autoFocus={!attempt.email}
        />
      </Field>
      <Field label="Password" required aside={<TextLink href="/new-password">Forgot it?</TextLink>}>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <SubmitButton className="mt-1 w-full">Sign in</SubmitButton>
    </form>
  );
}
