import type { QuickBooksBill } from "@/db/schema";
import { AppError } from "@/lib/core/errors";

/** Whether a bill in QuickBooks holds an item group. It comes here as one line, and cannot be written as one. */
export const holdsGroup = (bill: QuickBooksBill | null | undefined): boolean =>
  bill?.lines.some((line) => line.kind === "group") ?? false;

export const GROUP_STAYS = "In QuickBooks this bill holds an item group, which can only be changed there.";

/** @throws AppError "wrong-state" where a bill with an item group would be written */
export function assertNoGroup(bill: QuickBooksBill | null | undefined): void {
  if (holdsGroup(bill)) throw new AppError("wrong-state", { message: GROUP_STAYS });
}
