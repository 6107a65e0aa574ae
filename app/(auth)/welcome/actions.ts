"use server";

import type { FormState } from "@/app/_actions/form-state";
import { outcomeOf } from "@/app/_actions/run-action";
import { setUpOrganisation } from "@/lib/orgs/set-up";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

/** Creates the organisation and its first Admin; nobody is signed in yet, so no actor is asked for. */
export async function setUp(before: FormState, form: FormData): Promise<FormState> {
  const values = {
    organisation: text(form, "organisation"),
    name: text(form, "name"),
    email: text(form, "email"),
  };
  const { result: _, ...outcome } = await outcomeOf("organisation.set-up", () =>
    setUpOrganisation({ ...values, password: text(form, "password") }),
  );
  return { ...outcome, values, sent: before.sent + 1 };
}
