"use server";

import { runCommand } from "@/app/_actions/run-action";
import { settleMissingBills } from "@/lib/bills/add-again";

export const settleMissing = runCommand(settleMissingBills);
