"use server";

import type { z } from "zod";
import type { FormState } from "@/app/_actions/form-state";
import { outcomeOf, runCommand } from "@/app/_actions/run-action";
import { requireActor } from "@/lib/auth/session";
import { type BillView, readBill } from "@/lib/bills/bill-views";
import { checkDraft } from "@/lib/bills/check-draft";
import type { CheckResult } from "@/lib/bills/check-result";
import { fixBill } from "@/lib/bills/fix-bill";
import { readVendorCoding, type VendorCoding } from "@/lib/bills/vendor-coding";
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

/** Another bill, to be looked at beside this one. Draws no page again. */
export async function readOther(billId: string): Promise<FormState<BillView>> {
  const actor = await requireActor();
  return { ...(await outcomeOf("bill.read", () => readBill(actor, { billId }))), values: {}, sent: 1 };
}

/** How this vendor's last bill was coded; null where there is none. Draws no page again. */
export async function rememberCoding(
  input: z.input<typeof readVendorCoding.input>,
): Promise<VendorCoding | null> {
  const actor = await requireActor();
  const { result } = await outcomeOf("bill.code", () => readVendorCoding(actor, input));
  return result ?? null;
}
