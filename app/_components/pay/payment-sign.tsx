"use client";

import { SyncIcon } from "@/app/_components/sync-icon";
import type { PaymentRow } from "@/lib/payments/payment-list-views";
import { requeue } from "./payment-doors";

type PaymentSignProps = { payment: Pick<PaymentRow, "id" | "sync">; mayRequeue: boolean };

/** How a payment stands with QuickBooks: the same signs as a bill's. */
export function PaymentSign({ payment, mayRequeue }: PaymentSignProps) {
  return (
    <SyncIcon
      billId=""
      noun="payment"
      requeue={() => requeue({ paymentId: payment.id })}
      sync={payment.sync}
      mayRequeue={mayRequeue}
      className="z-1"
    />
  );
}
