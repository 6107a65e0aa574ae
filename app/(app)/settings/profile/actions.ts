"use server";

import { runAction, runCommand } from "@/app/_actions/run-action";
import { changePassword } from "@/lib/auth/change-password";
import { changeOwnName } from "@/lib/auth/change-profile";
import { endOtherSessions, endSession } from "@/lib/auth/end-sessions";
import { setMailMode } from "@/lib/notifications/set-mail-mode";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

export const saveName = runAction(changeOwnName, (form) => ({ name: text(form, "name") }));

export const savePassword = runAction(changePassword, (form) => ({
  password: text(form, "password"),
  newPassword: text(form, "newPassword"),
}));

export const setMail = runCommand(setMailMode);
export const endOne = runCommand(endSession);
export const endOthers = runCommand(endOtherSessions);
