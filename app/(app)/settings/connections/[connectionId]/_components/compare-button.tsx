"use client";

import { ListChecks } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { compare } from "../../actions";

/** Orders a comparison of everything with the next run. */
export function CompareButton({ connectionId, isOrdered }: { connectionId: string; isOrdered: boolean }) {
  const [pending, start] = useTransition();
  const order = () =>
    start(async () => {
      const outcome = await compare({ connectionId });
      if (outcome.ok) toast.success("The next run compares everything");
      else toast.error("Nothing was ordered", { description: outcome.error ?? "" });
    });
  return (
    <Button pending={pending} disabled={isOrdered} onClick={order}>
      <ListChecks aria-hidden="true" />
      {isOrdered ? "With the next run" : "Compare everything"}
    </Button>
  );
}
