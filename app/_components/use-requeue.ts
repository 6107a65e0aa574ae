"use client";

import { useTransition } from "react";
import { toast } from "@/app/_ui/toast";

/** Puts a record back into the queue. */
export type Requeue = () => Promise<{ ok: boolean; error?: string }>;

/** Puts a removed record back into the sync queue, and says how that went; `noun` is what it is called in a sentence. */
export function useRequeue(noun: string, requeue: Requeue) {
  const [pending, start] = useTransition();
  const putBack = () =>
    start(async () => {
      const outcome = await requeue();
      if (outcome.ok)
        toast.success(`The ${noun} waits for QuickBooks again`, {
          description: "It has three more attempts.",
        });
      else toast.error(`The ${noun} was not put back`, { description: outcome.error ?? "" });
    });
  return { pending, putBack };
}
