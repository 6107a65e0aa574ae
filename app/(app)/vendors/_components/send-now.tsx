"use client";

import { Send } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import type { EnteredList } from "@/lib/ledger/lists";
import { sendNow } from "../actions";

/** Sends an entry with the next run, without waiting for a bill that names it. */
export function SendNow({ list, entryId, again }: { list: EnteredList; entryId: string; again: boolean }) {
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const outcome = await sendNow({ list, entryId });
      if (outcome.ok) toast.success("It goes to QuickBooks with the next run");
      else toast.error("It was not put into the sync queue", { description: outcome.error ?? "" });
    });
  return (
    <Button pending={pending} onClick={send}>
      <Send aria-hidden="true" />
      {again ? "Send again" : "Send to QuickBooks"}
    </Button>
  );
}
