"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import { signInWords } from "./sign-in-words";

interface Attempt {
  email: string;
  error?: string;
}

type SignInFormProps = {
  /** Where to go afterwards; a path of this site, checked by the page. */
  next: string;
  /** The code of a sign-in with another account that failed. */
  failed?: string | undefined;
};

/** Email address and password. */
export function SignInForm({ next, failed }: SignInFormProps) {
  const [attempt, send] = useActionState<Attempt, FormData>(
    async (_, form) => {
      const email = String(form.get("email") ?? "");
      const answer = await signIn("credentials", {
        redirect: false,
        email,
        password: String(form.get("password") ?? ""),
      }).catch(() => undefined);
      if (!answer)
        return { email, error: "The server could not be reached. Check your connection and try again." };
      if (answer.error) return { email, error: signInWords(answer.error) };
      // A whole new page: nothing of what was drawn for nobody may stay.
      window.location.assign(next);
      return { email };
    },
    { email: "", ...(failed ? { error: signInWords(failed) } : {}) },
  );
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
      <Field label="Password" required>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <SubmitButton className="mt-1 w-full">Sign in</SubmitButton>
    </form>
  );
}
