"use client";

import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { settleMissing } from "./missing-bills-action";

/** After a backup was restored: what it took away is added again in one step, or it is left so. */
export function MissingBillsChoice({ connectionId }: { connectionId: string }) {
  const [pending, start] = useTransition();
  const settle = (choice: "add" | "leave") =>
    start(async () => {
      const outcome = await settleMissing({ connectionId, choice });
      if (!outcome.ok) {
        toast.error("Nothing was done", { description: outcome.error ?? "" });
        return;
      }
      const added = outcome.result?.added ?? 0;
      if (choice === "leave") toast.success("It is left so");
      else if (added === 0) toast.success("No bill was missing");
      else
        toast.success(
          added === 1 ? "One bill waits for QuickBooks again" : `${added} bills wait for QuickBooks again`,
        );
    });
  return (
    <>
      <Button size="sm" pending={pending} onClick={() => settle("add")}>
        Add them again
      </Button>
      <Button size="sm" variant="ghost" disabled={pending} onClick={() => settle("leave")}>
        Leave it so
      </Button>
    </>
  );
}
