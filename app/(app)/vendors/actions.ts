"use server";

import { runCommand } from "@/app/_actions/run-action";
import { changeVendor } from "@/lib/ledger/change-vendor";
import { createVendor } from "@/lib/ledger/create-vendor";
import { renameCustomer, renameItem } from "@/lib/ledger/rename-entry";
import { sendEntry } from "@/lib/ledger/send-entry";

export const enterVendor = runCommand(createVendor);
export const saveVendor = runCommand(changeVendor);
export const sendNow = runCommand(sendEntry);
export const nameItem = runCommand(renameItem);
export const nameCustomer = runCommand(renameCustomer);
