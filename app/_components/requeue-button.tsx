"use client";

import { Link } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { requeueBill } from "./requeue-action";

/** Puts a removed bill back into the sync queue. */
export function RequeueButton({ billId }: { billId: string }) {
  const [pending, start] = useTransition();
  const requeue = () =>
    start(async () => {
      const outcome = await requeueBill({ billId });
      if (outcome.ok)
        toast.success("The bill waits for QuickBooks again", { description: "It has three more attempts." });
      else toast.error("The bill was not put back", { description: outcome.error ?? "" });
    });
  return (
    <Button size="sm" pending={pending} onClick={requeue}>
      <Link aria-hidden="true" />
      Put back into the sync queue
    </Button>
  );
}
