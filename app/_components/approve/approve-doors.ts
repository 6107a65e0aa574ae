"use server";

import { runCommand } from "@/app/_actions/run-action";
import { forecastApprovals } from "@/lib/bills/approval-forecast";
import { approveBills } from "@/lib/bills/approve-bills";

export const forecast = runCommand(forecastApprovals);
export const approveAll = runCommand(approveBills);
