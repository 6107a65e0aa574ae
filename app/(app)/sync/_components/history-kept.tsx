"use client";

import { useTransition } from "react";
import { Select } from "@/app/_ui/select";
import { toast } from "@/app/_ui/toast";
import { SYNC_HISTORY_CHOICES } from "@/lib/core/sync-history";
import { keepHistory } from "../actions";

const CALLED: Record<number, string> = { 365: "1 year", 1095: "3 years" };
const nameOf = (days: number): string => CALLED[days] ?? `${days} days`;

/** How long the messages of past runs are kept; an Admin chooses. */
export function HistoryKept({ days, mayChange }: { days: number; mayChange: boolean }) {
  const [pending, start] = useTransition();
  const choose = (chosen: number) =>
    start(async () => {
      const outcome = await keepHistory({ days: chosen });
      if (outcome.ok) toast.success(`Messages are kept for ${nameOf(chosen)}`);
      else toast.error("Nothing was changed", { description: outcome.error ?? "" });
    });
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 text-ink-muted text-sm">
      {mayChange ? (
        <>
          <span>What was sent and answered is kept for</span>
          <span className="w-28">
            <Select
              aria-label="Messages are kept for"
              value={String(days)}
              disabled={pending}
              onChange={(event) => choose(Number(event.target.value))}
            >
              {SYNC_HISTORY_CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {nameOf(choice)}
                </option>
              ))}
            </Select>
          </span>
        </>
      ) : (
        <span>What was sent and answered is kept for {nameOf(days)}.</span>
      )}
      <span>The runs themselves stay.</span>
    </div>
  );
}
