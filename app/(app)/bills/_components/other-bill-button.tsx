"use client";

import { ExternalLink } from "lucide-react";
import { useState, useTransition } from "react";
import { BillStateBadge } from "@/app/_components/bill-state-badge";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogFooter } from "@/app/_ui/dialog-parts";
import { Sheet } from "@/app/_ui/sheet";
import { Skeleton } from "@/app/_ui/skeleton";
import type { BillView } from "@/lib/bills/bill-views";
import { BillDetails } from "../[id]/_components/bill-details";
import { BillLines } from "../[id]/_components/bill-lines";
import { readOther } from "../check-actions";

/** Shows another bill beside the one that is being entered or decided about; nothing of that one is lost. */
export function OtherBillButton({ billId, label }: { billId: string; label: string }) {
  const [open, setOpen] = useState(false);
  const [bill, setBill] = useState<BillView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [, start] = useTransition();
  const onOpenChange = (opens: boolean) => {
    setOpen(opens);
    if (!opens) return;
    start(async () => {
      const outcome = await readOther(billId);
      setBill(outcome.result ?? null);
      setError(outcome.error ?? null);
    });
  };
  const title = bill
    ? `${bill.content.vendor?.name ?? "Bill"} ${bill.content.invoiceNumber}`.trim()
    : "The other bill";
  return (
    <Sheet
      wide
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      trigger={
        <Button size="sm" variant="link">
          {label}
        </Button>
      }
    >
      <DialogBody>
        {error ? <Alert tone="red" live title={error} /> : null}
        {bill ? (
          <>
            <div>
              <BillStateBadge state={bill.state} />
            </div>
            <BillDetails bill={bill} />
            <BillLines content={bill.content} />
          </>
        ) : error ? null : (
          <div role="status" className="flex flex-col gap-3">
            <span className="sr-only">Loading the bill</span>
            <Skeleton className="h-40" />
            <Skeleton className="h-40" />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        <Button asChild>
          <a href={`/bills/${billId}`} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden="true" />
            Open it in a new tab
          </a>
        </Button>
      </DialogFooter>
    </Sheet>
  );
}
