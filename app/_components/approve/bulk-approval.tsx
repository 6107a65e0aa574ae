"use client";

import { createContext, type ReactNode, use, useState, useTransition } from "react";
import { toast } from "@/app/_ui/toast";
import type { BillForecast } from "@/lib/bills/approval-forecast";
import { forecast } from "./approve-doors";
import { ApproveSheet } from "./approve-sheet";

type Chosen = { billId: string; version: number };

interface BulkApprovalValue {
  /** Asks what approving these would come to, and shows it; `onDone` once they were sent. */
  open: (bills: Chosen[], onDone: () => void) => void;
  pending: boolean;
}

const BulkApprovalContext = createContext<BulkApprovalValue | null>(null);

/**
 * Approves several bills of a list. It stands around the list, not in it: what became of them is told
 * when the list, being empty, is there no more.
 */
export function BulkApproval({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ number: number; bills: BillForecast[]; onDone: () => void } | null>(
    null,
  );
  const [isOpen, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const open: BulkApprovalValue["open"] = (bills, onDone) => {
    if (pending) return;
    start(async () => {
      const outcome = await forecast({ bills });
      if (outcome.ok && outcome.result) {
        const { result } = outcome;
        setShown((before) => ({ number: (before?.number ?? 0) + 1, bills: result, onDone }));
        setOpen(true);
      } else toast.error("These cannot be approved together", { description: outcome.error ?? "" });
    });
  };
  return (
    <BulkApprovalContext value={{ open, pending }}>
      {children}
      {shown ? (
        <ApproveSheet
          key={shown.number}
          bills={shown.bills}
          open={isOpen}
          onOpenChange={setOpen}
          onDone={shown.onDone}
        />
      ) : null}
    </BulkApprovalContext>
  );
}

export function useBulkApproval(): BulkApprovalValue {
  const value = use(BulkApprovalContext);
  if (!value) throw new Error("useBulkApproval stands outside its provider");
  return value;
}
