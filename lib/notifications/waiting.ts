import type { Tx } from "@/db/client";
import { type Awaited, waitingFor } from "@/lib/approvals/decide";
import { stepsInForce } from "@/lib/approvals/steps-in-force";
import { getRoutedBills } from "@/lib/bills/routing-facts";

/** Somebody for whom a bill waits now. */
export interface Waiting extends Awaited {
  billId: string;
}

/** For whom the bills of an organisation that are in approval wait now, or those of them that are named. */
export async function findWaiting(tx: Tx, orgId: string, billIds?: readonly string[]): Promise<Waiting[]> {
  const bills = await getRoutedBills(tx, orgId, billIds);
  return bills.flatMap(({ id: billId, route, signatures }) =>
    waitingFor(stepsInForce(route), signatures).map((awaited) => ({ billId, ...awaited })),
  );
}
