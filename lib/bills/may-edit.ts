import { type Actor, may } from "@/lib/access/actor";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { type BillState, EDITABLE } from "./bill-states";

interface Editable {
  state: BillState;
  approvedAt: Date | string | null;
}

/** What keeps this actor from changing the bill; undefined when nothing does. */
export function editRefusal(actor: Actor, bill: Editable): ErrorCode | undefined {
  if (!EDITABLE.includes(bill.state)) return "wrong-state";
  // A bill that was approved once may be changed by Admin and Accounting Access only.
  return bill.approvedAt !== null && !may(actor, "bill.unapprove") ? "forbidden" : undefined;
}

export function assertMayEdit(actor: Actor, bill: Editable): void {
  const refusal = editRefusal(actor, bill);
  if (refusal) throw new AppError(refusal);
}
