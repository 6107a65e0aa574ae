"use client";

import { BillStateBadge } from "@/app/_components/bill-state-badge";
import { Badge } from "@/app/_ui/badge";
import type { BillState } from "@/lib/bills/bill-states";
import { useVerdict } from "./verdict-context";

/** The bill's state, or the verdict that is on its way. */
export function StateBadge({ state }: { state: BillState }) {
  const { given } = useVerdict();
  if (given)
    return (
      <Badge tone={given === "approved" ? "blue" : "red"}>
        {given === "approved" ? "Approved" : "Rejected"}
      </Badge>
    );
  return <BillStateBadge state={state} />;
}
