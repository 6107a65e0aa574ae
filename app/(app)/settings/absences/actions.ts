"use server";

import { runCommand } from "@/app/_actions/run-action";
import { enterAbsence, enterAbsenceOf } from "@/lib/orgs/enter-absence";
import { removeAbsence, removeAbsenceOf } from "@/lib/orgs/remove-absence";

export const enterOwn = runCommand(enterAbsence);
export const enterOf = runCommand(enterAbsenceOf);
export const removeOwn = runCommand(removeAbsence);
export const removeOf = runCommand(removeAbsenceOf);
