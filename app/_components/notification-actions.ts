"use server";

import { runCommand } from "@/app/_actions/run-action";
import {
  markAllRead as readAll,
  markBillRead as readBill,
  markNotification as readOne,
} from "@/lib/notifications/mark-read";

export const markAllRead = runCommand(readAll);
export const markBillRead = runCommand(readBill);
export const markNotification = runCommand(readOne);
