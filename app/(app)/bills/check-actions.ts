"use server";

import type { z } from "zod";
import { outcomeOf, runCommand } from "@/app/_actions/run-action";
import { requireActor } from "@/lib/auth/session";
import { checkDraft } from "@/lib/bills/check-draft";
import type { CheckResult } from "@/lib/bills/check-result";
import { fixBill } from "@/lib/bills/fix-bill";
import { renameCustomer as nameCustomer, renameItem as nameItem } from "@/lib/ledger/rename-entry";

export const fix = runCommand(fixBill);
export const renameItem = runCommand(nameItem);
export const renameCustomer = runCommand(nameCustomer);

/** What the checks say of what is typed; nothing while a field does not read yet. Draws no page again. */
export async function checkForm(input: z.input<typeof checkDraft.input>): Promise<CheckResult[]> {
  const actor = await requireActor();
  const { result } = await outcomeOf("bill.check", () => checkDraft(actor, input));
  return result ?? [];
}
