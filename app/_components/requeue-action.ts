"use server";

import { runCommand } from "@/app/_actions/run-action";
import { requeueBill as requeue } from "@/lib/bills/requeue-bill";

export const requeueBill = runCommand(requeue);
