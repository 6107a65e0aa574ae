"use client";

import { Link } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { requeue as requeuePayment } from "./pay/payment-doors";
import { requeueBill } from "./requeue-action";

type RequeueButtonProps = { kind: "bill" | "payment"; id: string };

/** Puts a removed bill or payment back into the sync queue. */
export function RequeueButton({ kind, id }: RequeueButtonProps) {
  const [pending, start] = useTransition();
  const requeue = () =>
    start(async () => {
      const outcome = await (kind === "bill"
        ? requeueBill({ billId: id })
        : requeuePayment({ paymentId: id }));
      if (outcome.ok)
        toast.success(`The ${kind} waits for QuickBooks again`, {
          description: "It has three more attempts.",
        });
      else toast.error(`The ${kind} was not put back`, { description: outcome.error ?? "" });
    });
  return (
    <Button size="sm" pending={pending} onClick={requeue}>
      <Link aria-hidden="true" />
      Put back into the sync queue
    </Button>
  );
}
