"use server";

import { runCommand } from "@/app/_actions/run-action";
import { checkRecord } from "@/lib/record/check-record";

export const check = runCommand(checkRecord);
