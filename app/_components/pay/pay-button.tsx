"use client";

import { type ComponentProps, useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import type { PaymentProposal } from "@/lib/payments/propose-payment";
import { propose } from "./payment-doors";
import { PaymentSheet } from "./payment-sheet";

type PayButtonProps = Omit<ComponentProps<typeof Button>, "onClick" | "pending" | "asChild"> & {
  billIds: string[];
  /** It was recorded: a list lets go of what was chosen. */
  onPaid?: () => void;
};

/** Opens the payment of these bills with everything filled in that can be known. */
export function PayButton({ billIds, onPaid, children = "Mark as paid", ...rest }: PayButtonProps) {
  const { proposal, open, setOpen, pending, start } = usePayment(billIds);
  return (
    <>
      <Button {...rest} pending={pending} onClick={start}>
        {children}
      </Button>
      {proposal ? (
        <PaymentSheet
          key={proposal.opened}
          proposal={proposal.proposal}
          open={open}
          onOpenChange={setOpen}
          onPaid={onPaid}
        />
      ) : null}
    </>
  );
}

/** The reader's own day: the server may be in tomorrow already. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** Asks what a payment of these bills begins with, and opens it. */
function usePayment(billIds: string[]) {
  const [proposal, setProposal] = useState<{ opened: number; proposal: PaymentProposal } | null>(null);
  const [open, setOpen] = useState(false);
  const [pending, transition] = useTransition();
  const start = () =>
    transition(async () => {
      const outcome = await propose({ billIds });
      if (outcome.ok && outcome.result) {
        const result = { ...outcome.result, date: today() };
        setProposal((before) => ({ opened: (before?.opened ?? 0) + 1, proposal: result }));
        setOpen(true);
      } else toast.error("This cannot be paid now", { description: outcome.error ?? "" });
    });
  return { proposal, open, setOpen, pending, start };
}
