"use server";

import type { FormState } from "@/app/_actions/form-state";
import { outcomeOf } from "@/app/_actions/run-action";
import { acceptInvitation } from "@/lib/orgs/accept-invitation";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

/** Makes the invited person a member; nobody is signed in yet, so no actor is asked for. */
export async function join(before: FormState, form: FormData): Promise<FormState<{ email: string }>> {
  const values = { name: text(form, "name") };
  const outcome = await outcomeOf("member.join", () =>
    acceptInvitation({ ...values, token: text(form, "token"), password: text(form, "password") }),
  );
  return { ...outcome, values, sent: before.sent + 1 };
}
