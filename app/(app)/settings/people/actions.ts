"use server";

import { runAction, runCommand } from "@/app/_actions/run-action";
import { addMember } from "@/lib/orgs/add-member";
import { resetMemberPassword } from "@/lib/orgs/reset-member-password";
import { changeMember } from "@/lib/workflow/change-member";
import { deactivateMember } from "@/lib/workflow/deactivate-member";
import { reactivateMember } from "@/lib/workflow/reactivate-member";
import { rightsIn } from "./_components/rights-form";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

export const addPerson = runAction(addMember, (form) => ({
  name: text(form, "name"),
  email: text(form, "email"),
  ...rightsIn(form),
}));

export const changePerson = runAction(changeMember, (form) => ({
  userId: text(form, "userId"),
  ...rightsIn(form),
}));

export const deactivatePerson = runCommand(deactivateMember);
export const reactivatePerson = runCommand(reactivateMember);
export const newPasswordFor = runCommand(resetMemberPassword);
