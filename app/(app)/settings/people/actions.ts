"use server";

import { runAction, runCommand } from "@/app/_actions/run-action";
import { changeMemberTabs } from "@/lib/orgs/change-member-tabs";
import { endMemberSessions } from "@/lib/orgs/end-member-sessions";
import { inviteMember, resendInvitation, revokeInvitation } from "@/lib/orgs/invite-member";
import { requireTwoFactor } from "@/lib/orgs/require-two-factor";
import { resetMemberPassword } from "@/lib/orgs/reset-member-password";
import { resetTwoFactor } from "@/lib/orgs/reset-two-factor";
import { changeMember } from "@/lib/workflow/change-member";
import { deactivateMember } from "@/lib/workflow/deactivate-member";
import { reactivateMember } from "@/lib/workflow/reactivate-member";
import { rightsIn } from "./_components/rights-form";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

export const invitePerson = runAction(inviteMember, (form) => ({
  name: text(form, "name"),
  email: text(form, "email"),
  ...rightsIn(form),
}));

export const changePerson = runAction(changeMember, (form) => ({
  userId: text(form, "userId"),
  ...rightsIn(form),
}));

export const changeTabs = runAction(changeMemberTabs, (form) => ({
  userId: text(form, "userId"),
  homePath: text(form, "homePath") || null,
  tabs: form.getAll("tab").map(String),
}));

export const sendInvitationAgain = runCommand(resendInvitation);
export const takeInvitationBack = runCommand(revokeInvitation);
export const deactivatePerson = runCommand(deactivateMember);
export const reactivatePerson = runCommand(reactivateMember);
export const newPasswordFor = runCommand(resetMemberPassword);
export const signPersonOut = runCommand(endMemberSessions);
export const resetTwoFactorOf = runCommand(resetTwoFactor);
export const setTwoFactorRule = runCommand(requireTwoFactor);
