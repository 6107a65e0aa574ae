"use server";

import { runCommand } from "@/app/_actions/run-action";
import { approveBill, rejectBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { resubmitBill, saveAndSubmitBill, submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { createVendor } from "@/lib/ledger/create-vendor";

export const approve = runCommand(approveBill);
export const reject = runCommand(rejectBill);
export const submit = runCommand(submitBill);
export const resubmit = runCommand(resubmitBill);
export const unapprove = runCommand(unapproveBill);
export const saveDraft = runCommand(saveBill);
export const saveAndSubmit = runCommand(saveAndSubmitBill);
export const enterVendor = runCommand(createVendor);
