"use server";

import { runCommand } from "@/app/_actions/run-action";
import { addBillAgain } from "@/lib/bills/add-again";
import { approveBill, rejectBill } from "@/lib/bills/give-verdict";
import { keepBill, removeBill } from "@/lib/bills/remove-bill";
import { resolveConflict } from "@/lib/bills/resolve-conflict";
import { saveBill } from "@/lib/bills/save-bill";
import { resubmitBill, saveAndSubmitBill, submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { createCustomer } from "@/lib/ledger/create-customer";
import { createItem } from "@/lib/ledger/create-item";
import { createVendor } from "@/lib/ledger/create-vendor";

export const addAgain = runCommand(addBillAgain);
export const approve = runCommand(approveBill);
export const chooseVersion = runCommand(resolveConflict);
export const keep = runCommand(keepBill);
export const reject = runCommand(rejectBill);
export const remove = runCommand(removeBill);
export const submit = runCommand(submitBill);
export const resubmit = runCommand(resubmitBill);
export const unapprove = runCommand(unapproveBill);
export const saveDraft = runCommand(saveBill);
export const saveAndSubmit = runCommand(saveAndSubmitBill);
export const enterVendor = runCommand(createVendor);
export const enterItem = runCommand(createItem);
export const enterCustomer = runCommand(createCustomer);
