"use server";

import { runCommand } from "@/app/_actions/run-action";
import { addDocuments } from "@/lib/documents/add-documents";
import { removeDocument } from "@/lib/documents/remove-document";

export const putOnBill = runCommand(addDocuments);
export const takeOffBill = runCommand(removeDocument);
