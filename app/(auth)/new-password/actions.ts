"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import type { FormState } from "@/app/_actions/form-state";
import { outcomeOf } from "@/app/_actions/run-action";
import { askForNewPassword, sendNewPasswordMail } from "@/lib/auth/forgotten-password";
import { resetPassword } from "@/lib/auth/reset-password";
import { nearestHop } from "@/lib/core/nearest-hop";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

/** Asks for a link to a new password. The mail is written when the answer is out: see askForNewPassword. */
export async function askForLink(before: FormState, form: FormData): Promise<FormState> {
  const email = text(form, "email");
  const address = nearestHop((await headers()).get("x-forwarded-for"));
  const outcome = await outcomeOf("password.forgotten", () => askForNewPassword({ email, address }));
  if (outcome.ok) after(() => sendNewPasswordMail(email));
  return { ...outcome, values: { email }, sent: before.sent + 1 };
}

/** A new password by a link; nobody is signed in, so no actor is asked for. */
export async function chooseNewPassword(before: FormState, form: FormData): Promise<FormState> {
  const outcome = await outcomeOf("password.reset", () =>
    resetPassword({ token: text(form, "token"), password: text(form, "password") }),
  );
  return { ...outcome, values: {}, sent: before.sent + 1 };
}
