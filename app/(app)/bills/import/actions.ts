"use server";

import type { z } from "zod";
import { outcomeOf, runCommand } from "@/app/_actions/run-action";
import { requireActor } from "@/lib/auth/session";
import { importBills } from "@/lib/import/import-bills";
import { previewImport } from "@/lib/import/preview-import";

export const enterBills = runCommand(importBills);

/** What a file would enter. Draws no page again. */
export async function readFile(input: z.input<typeof previewImport.input>) {
  const actor = await requireActor();
  return outcomeOf("bill.import", () => previewImport(actor, input));
}
