import { Badge, type BadgeTone } from "@/app/_ui/badge";
import type { BillState } from "@/lib/bills/bill-states";

const STATES: Record<BillState, { words: string; tone: BadgeTone }> = {
  draft: { words: "Draft", tone: "neutral" },
  in_approval: { words: "In approval", tone: "amber" },
  approved: { words: "Approved", tone: "neutral" },
  rejected: { words: "Rejected", tone: "red" },
  paid: { words: "Paid", tone: "green" },
  voided: { words: "Voided in QuickBooks", tone: "red" },
  deleted: { words: "Deleted in QuickBooks", tone: "red" },
};

/** Where a bill stands in its life. */
export function BillStateBadge({ state }: { state: BillState }) {
  return <Badge tone={STATES[state].tone}>{STATES[state].words}</Badge>;
}
