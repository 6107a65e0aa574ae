"use server";

import { requireActor } from "@/lib/auth/session";
import { type FoundBill, findBills as find } from "@/lib/bills/find-bills";

/** Bills for the command palette; nothing for an empty text. */
export async function findBills(text: string): Promise<FoundBill[]> {
  const actor = await requireActor();
  const asked = text.trim().slice(0, 100);
  return asked === "" ? [] : find(actor, { text: asked });
}
