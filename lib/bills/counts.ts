import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";
import { type BillState, TABS, type Tab } from "./bill-states";
import { visibleTo, waitsFor } from "./visible-bills";

export interface BillCounts extends Record<Tab, number> {
  /** Bills that wait for this very person's verdict. */
  waitingForMe: number;
}

/** How many bills stand in each tab, of those this person may see. */
export const countBills = query({
  name: "bill.list",
  input: z.object({}),
  async run({ actor, db }): Promise<BillCounts> {
    const { rows } = await db.execute<{ state: BillState; bills: number; mine: number }>(sql`
      select b.state, count(*)::int as bills, (count(*) filter (where ${waitsFor(actor.userId)}))::int as mine
      from bills b where ${visibleTo(actor)} group by b.state`);
    const inTab = (tab: Tab): number =>
      rows.reduce((sum, { state, bills }) => {
        return (TABS[tab] as readonly BillState[]).includes(state) ? sum + bills : sum;
      }, 0);
    return {
      inbox: inTab("inbox"),
      approvals: inTab("approvals"),
      payables: inTab("payables"),
      archive: inTab("archive"),
      waitingForMe: rows.reduce((sum, { mine }) => sum + mine, 0),
    };
  },
});
