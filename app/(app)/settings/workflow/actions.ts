"use server";

import type { z } from "zod";
import { outcomeOf, runCommand } from "@/app/_actions/run-action";
import { requireActor } from "@/lib/auth/session";
import { changeGroup, createGroup, deleteGroup } from "@/lib/workflow/groups";
import { previewApply } from "@/lib/workflow/preview-apply";
import { previewRoute } from "@/lib/workflow/preview-route";
import { saveApprovalWorkflow } from "@/lib/workflow/save-approval-workflow";
import { findTrialBills, type TrialBill } from "@/lib/workflow/workflow-views";

export const saveRules = runCommand(saveApprovalWorkflow);
export const addGroup = runCommand(createGroup);
export const editGroup = runCommand(changeGroup);
export const removeGroup = runCommand(deleteGroup);

/** Who would be asked; nothing is drawn anew, for nothing was changed. */
export async function tryRules(input: z.input<typeof previewRoute.input>) {
  const actor = await requireActor();
  return outcomeOf("workflow.read", () => previewRoute(actor, input));
}

/** What applying rules to the active bills would do. */
export async function tryApplying(input: z.input<typeof previewApply.input>) {
  const actor = await requireActor();
  return outcomeOf("workflow.read", () => previewApply(actor, input));
}

export async function findBillsToTry(text: string): Promise<TrialBill[]> {
  return findTrialBills(await requireActor(), { text });
}
