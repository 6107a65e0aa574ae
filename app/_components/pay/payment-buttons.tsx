"use client";

import { useState, useTransition } from "react";
import { refusalOf } from "@/app/_actions/refusal-of";
import { ReasonDialog } from "@/app/_components/reason-dialog";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import type { PaymentActions } from "@/lib/payments/payment-actions";
import { keep, remove, requeue, withdraw } from "./payment-doors";

type PaymentButtonsProps = { paymentId: string; allowed: PaymentActions; size?: "sm" | "md" };

/** What this person may do with a payment now: take it back, put it back, or have it voided or deleted. */
export function PaymentButtons({ paymentId, allowed, size = "md" }: PaymentButtonsProps) {
  const [asking, setAsking] = useState<"void" | "delete" | null>(null);
  const [pending, start] = useTransition();
  const act = (action: typeof withdraw, done: string) =>
    start(async () => {
      const outcome = await action({ paymentId });
      if (outcome.ok) toast.success(done);
      else toast.error("It was not done", { description: refusalOf(outcome) ?? "" });
    });
  const order = async (how: "void" | "delete", reason: string) => {
    const outcome = await remove({ paymentId, how, reason });
    if (outcome.ok) {
      toast.success(how === "void" ? "The payment is to be voided" : "The payment is to be deleted", {
        description: "QuickBooks is told with the Web Connector's next update.",
      });
    }
    return refusalOf(outcome);
  };
  return (
    <>
      {allowed.requeue ? (
        <Button
          size={size}
          variant="primary"
          pending={pending}
          onClick={() => act(requeue, "The payment waits for QuickBooks again")}
        >
          Put back into the sync queue
        </Button>
      ) : null}
      {allowed.withdraw ? (
        <Button size={size} pending={pending} onClick={() => act(withdraw, "The payment was taken back")}>
          Take back
        </Button>
      ) : null}
      {allowed.keep ? (
        <Button size={size} pending={pending} onClick={() => act(keep, "The payment stands")}>
          Keep the payment
        </Button>
      ) : null}
      {allowed.remove ? (
        <>
          <Button size={size} onClick={() => setAsking("void")}>
            Void
          </Button>
          <Button size={size} onClick={() => setAsking("delete")}>
            Delete
          </Button>
        </>
      ) : null}
      <ReasonDialog
        open={asking !== null}
        onOpenChange={(open) => setAsking(open ? asking : null)}
        title={asking === "delete" ? "Delete this payment" : "Void this payment"}
        description={
          asking === "delete"
            ? "It is deleted in QuickBooks with the next update. Its bills are open again, and the record stays here."
            : "It stays in QuickBooks with no amount. Its bills are open again."
        }
        label="Reason"
        missing="Say why."
        confirmLabel={asking === "delete" ? "Delete in QuickBooks" : "Void in QuickBooks"}
        tone="danger"
        onConfirm={(reason) => order(asking ?? "void", reason)}
      />
    </>
  );
}
