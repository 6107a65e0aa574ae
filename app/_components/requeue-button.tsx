"use client";

import { Link } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { requeue as requeuePayment } from "./pay/payment-doors";
import { requeueBill } from "./requeue-action";
import { useRequeue } from "./use-requeue";

type RequeueButtonProps = { kind: "bill" | "payment"; id: string };

/** Puts a removed bill or payment back into the sync queue. */
export function RequeueButton({ kind, id }: RequeueButtonProps) {
  const { pending, putBack } = useRequeue(kind, () =>
    kind === "bill" ? requeueBill({ billId: id }) : requeuePayment({ paymentId: id }),
  );
  return (
    <Button size="sm" pending={pending} onClick={putBack}>
      <Link aria-hidden="true" />
      Put back into the sync queue
    </Button>
  );
}
