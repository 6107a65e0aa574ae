import { queueManyBills } from "@/lib/testing/many-bills";
import { openOffice } from "@/lib/testing/office";
import { rounded, timed } from "./figures";

/** Approved bills to QuickBooks: messages that carry writes, and the whole run's time, QuickBooks included. */
export async function measurePush(bills: number): Promise<Record<string, number>> {
  const office = await openOffice();
  try {
    await office.run();
    await queueManyBills(office, bills);
    const { ms, result: report } = await timed(() => office.run());
    if (!report.ok || office.company.txns().length !== bills) throw new Error("not every bill arrived");
    const server = report.calls.reduce((sum, call) => sum + call.ms, 0);
    return {
      push_round_trips_per_1000_bills: rounded((report.writeMessages * 1000) / bills),
      push_bills_per_s: rounded((bills * 1000) / ms),
      push_server_ms_per_bill: rounded(server / bills),
    };
  } finally {
    await office.close();
  }
}
