"use client";

import { RotateCcw } from "lucide-react";
import { requeueBill } from "@/app/_components/requeue-action";
import { useRequeue } from "@/app/_components/use-requeue";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import type { BillView } from "@/lib/bills/bill-views";

/** The queue's word on the bill, with the button that puts a removed one back. */
export function SyncState({ bill }: { bill: Pick<BillView, "id" | "sync" | "allowed" | "link"> }) {
  const { pending, putBack } = useRequeue("bill", () => requeueBill({ billId: bill.id }));
  const { sync, link, allowed } = bill;
  if (sync.kind === "none") return null;
  if (sync.kind === "linked") {
    return (
      <p className="font-medium text-accent-ink">
        {link?.isPaid ? "Linked with QuickBooks, paid" : "Linked with QuickBooks"}
      </p>
    );
  }
  if (sync.kind === "waiting") {
    return (
      <Alert tone="blue" title={link ? "The change waits to be sent" : "Waiting to be added"}>
        {sync.attempts > 0
          ? `QuickBooks refused it ${sync.attempts === 1 ? "once" : "twice"}; it goes again with the next update.`
          : "It goes with the Web Connector's next update."}
      </Alert>
    );
  }
  if (sync.kind === "blocked") {
    return (
      <Alert tone="amber" title="Held back">
        {sync.reason ?? "It waits for another record."} No attempt is used up.
      </Alert>
    );
  }
  return (
    <Alert
      tone="red"
      title="QuickBooks refused it three times"
      action={
        allowed.requeue ? (
          <Button size="sm" pending={pending} onClick={putBack}>
            <RotateCcw aria-hidden="true" />
            Put back into the queue
          </Button>
        ) : null
      }
    >
      {allowed.requeue
        ? "Correct what it names, then put the bill back: it has three more attempts."
        : "Somebody with Accounting Access has to look at it."}
    </Alert>
  );
}
