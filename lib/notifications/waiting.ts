import type { Tx } from "@/db/client";
import { openSteps, waitingFor } from "@/lib/approvals/decide";
import { stepsInForce } from "@/lib/approvals/steps-in-force";
import { getRoutedBills } from "@/lib/bills/routing-facts";

/** Somebody for whom a bill waits now. */
export interface Waiting {
  billId: string;
  userId: string;
  /** The absent approver in whose place they are asked. */
  forUserId: string | null;
  step: number;
}

/** For whom the bills of an organisation that are in approval wait now, or those of them that are named. */
export async function findWaiting(tx: Tx, orgId: string, billIds?: readonly string[]): Promise<Waiting[]> {
  const bills = await getRoutedBills(tx, orgId, billIds);
  return bills.flatMap(({ id: billId, route, signatures }) => {
    const steps = stepsInForce(route);
    const open = openSteps(steps, signatures);
    const waiting = waitingFor(steps, signatures).map(({ userId, forUserId }) => ({
      ...{ billId, userId, forUserId },
      step: open.find(({ approverIds }) => approverIds.includes(forUserId ?? userId))?.step ?? 0,
    }));
    // Asked for themselves and for somebody who is away, a person is told once.
    return waiting.filter(({ userId }, at) => waiting.findIndex((each) => each.userId === userId) === at);
  });
}
