"use client";

import { TriangleAlert, X } from "lucide-react";
import { cn } from "@/app/_ui/cn";

export type Chip = { id: string; name: string /** Why it should be looked at. */; note?: string | null };

type ChipsProps = { label: string; chips: readonly Chip[]; onRemove: (id: string) => void };

/** What was chosen, each with a button that takes it out again. */
export function Chips({ label, chips, onRemove }: ChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {chips.map(({ id, name, note }) => (
        <li
          key={id}
          className={cn(
            "inline-flex max-w-full items-center gap-1 rounded-md border py-0.5 pr-0.5 pl-2 text-sm",
            note
              ? "border-warning-line bg-warning-soft text-warning-ink"
              : "border-line-strong bg-sunken text-ink",
          )}
        >
          {note ? <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" /> : null}
          <span className="min-w-0 truncate">
            {name}
            {note ? <span className="ml-1 text-xs">({note})</span> : null}
          </span>
          <button
            type="button"
            aria-label={`Remove ${name}`}
            onClick={() => onRemove(id)}
            className="grid size-6 shrink-0 place-items-center rounded-sm hover:bg-hover touch:size-11"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
