"use server";

import { runAction } from "@/app/_actions/run-action";
import { changeApprovalSettings } from "@/lib/workflow/approval-settings";

export const saveSettings = runAction(changeApprovalSettings, (form) => ({
  adminsMayOverrideWorkflow: form.has("adminsMayOverrideWorkflow"),
  mayApproveOwnBills: !form.has("nobodyApprovesOwnBills"),
  restartsApproval: {
    dates: form.has("dates"),
    coding: form.has("coding"),
    documents: form.has("documents"),
    memo: form.has("memo"),
  },
  reminderDays: String(form.get("reminderDays") ?? ""),
  timeZone: String(form.get("timeZone") ?? ""),
}));
