"use server";

import { runCommand } from "@/app/_actions/run-action";
import { keepSyncHistory } from "@/lib/orgs/keep-sync-history";

export const keepHistory = runCommand(keepSyncHistory);
