import { cache } from "react";
import type { Actor } from "@/lib/access/actor";
import { type BillView, readBill } from "@/lib/bills/bill-views";
import { AppError } from "@/lib/core/errors";

/** The bill of an address; undefined where there is none for this reader. Read once a request. */
export const findBill = cache(async (actor: Actor, billId: string): Promise<BillView | undefined> => {
  try {
    return await readBill(actor, { billId });
  } catch (error) {
    // An id that is no id is no bill either.
    if (error instanceof AppError && (error.code === "not-found" || error.code === "invalid"))
      return undefined;
    throw error;
  }
});
