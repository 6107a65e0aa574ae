"use server";

import { runCommand } from "@/app/_actions/run-action";
import * as marks from "@/lib/notifications/mark-read";

export const markAllRead = runCommand(marks.markAllRead);
export const markBillRead = runCommand(marks.markBillRead);
export const markNotification = runCommand(marks.markNotification);
