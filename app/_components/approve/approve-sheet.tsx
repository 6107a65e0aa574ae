"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Sheet } from "@/app/_ui/sheet";
import type { BillForecast } from "@/lib/bills/approval-forecast";
import { approveAll } from "./approve-doors";
import { BillGroups } from "./bill-groups";
import { billsWord, totalText, VendorTotals } from "./vendor-totals";

type ApproveSheetProps = {
  bills: BillForecast[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: () => void;
};

/** What happens to the chosen bills, before it does; then what did, bill by bill. */
export function ApproveSheet({ bills, open, onOpenChange, onDone }: ApproveSheetProps) {
  const [done, setDone] = useState<BillForecast[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const told = useRef<HTMLDivElement>(null);
  const able = bills.filter(({ outcome }) => outcome === "approved" || outcome === "waits");
  useEffect(() => {
    if (done) told.current?.focus();
  }, [done]);

  const send = () => {
    if (pending) return;
    start(async () => {
      const outcome = await approveAll({
        bills: able.map(({ billId, version }) => ({ billId, version })),
      });
      if (!outcome.ok || !outcome.result) {
        setRefusal(outcome.error ?? "");
        return;
      }
      const results = new Map(outcome.result.map((result) => [result.billId, result]));
      setDone(
        bills.map((bill) => {
          const result = results.get(bill.billId);
          return result ? { ...bill, ...result, warnings: [] } : bill;
        }),
      );
      onDone();
    });
  };
  const approved = done?.filter(({ outcome }) => outcome === "approved" || outcome === "waits") ?? [];

  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      wide
      title={
        done
          ? `${approved.length} of ${billsWord(bills.length)} approved`
          : `Approve ${billsWord(able.length)}`
      }
      description={
        done
          ? "Each bill stands for itself: one that was refused kept none of the others back."
          : able.length > 0
            ? `${totalText(able)} in all`
            : "None of the chosen bills can be approved by you now."
      }
    >
      <DialogBody>
        {refusal === null ? null : (
          <Alert tone="red" title="Nothing was approved" live>
            {refusal}
          </Alert>
        )}
        <div ref={told} tabIndex={-1} role="status" className="sr-only">
          {done ? `${approved.length} of ${billsWord(bills.length)} approved.` : ""}
        </div>
        {done ? null : <VendorTotals bills={able} />}
        <BillGroups bills={done ?? bills} isDone={done !== null} />
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button variant={done ? "primary" : "secondary"}>{done ? "Close" : "Cancel"}</Button>
        </DialogClose>
        {done || able.length === 0 ? null : (
          <Button variant="primary" pending={pending} onClick={send}>
            Approve {billsWord(able.length)}
          </Button>
        )}
      </DialogFooter>
    </Sheet>
  );
}
