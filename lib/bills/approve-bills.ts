import { series } from "@/lib/access/series";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { chosenBills, findChosenBills, getChosenBills, namesAwaited } from "./approval-forecast";
import { approveBill } from "./give-verdict";

/** What became of one of several bills. */
export interface ApprovalResult {
  billId: string;
  outcome: "approved" | "waits" | "refused";
  /** Whose approval it waits for next, by name. */
  waitsFor: string[];
  code: ErrorCode | null;
  why: string | null;
}

/**
 * Approves bills one by one: each is approved, or refused for a reason of its own, whatever becomes of
 * the others. Throws "not-found" when one of them may not be seen; then none is touched.
 */
export const approveBills = series({
  name: "bill.approve",
  input: chosenBills,
  async run({ actor, db }, { bills }): Promise<ApprovalResult[]> {
    const ids = bills.map(({ billId }) => billId);
    await getChosenBills(db, actor, ids);
    const granted = new Map<string, ApprovalResult["outcome"]>();
    const refusals = new Map<string, AppError>();
    for (const bill of bills) {
      try {
        const { state } = await approveBill(actor, bill);
        granted.set(bill.billId, state === "approved" ? "approved" : "waits");
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refusals.set(bill.billId, error);
      }
    }
    // One that went to others meanwhile may not be theirs to see any more: what became of it is known all the same.
    const after = await findChosenBills(db, actor, ids);
    return ids.map((billId) => {
      const refusal = refusals.get(billId);
      if (refusal)
        return { billId, outcome: "refused", waitsFor: [], code: refusal.code, why: refusal.message };
      const bill = after.get(billId);
      const waitsFor = bill ? namesAwaited(bill) : [];
      return { billId, outcome: granted.get(billId) ?? "waits", waitsFor, code: null, why: null };
    });
  },
});
