"use client";

import { CircleAlert } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogFooter } from "@/app/_ui/dialog-parts";
import { Sheet } from "@/app/_ui/sheet";
import { TextLink } from "@/app/_ui/text-link";

type SyncErrorsButtonProps = {
  count: number;
  /** The errors, drawn by the server. */
  children: ReactNode;
  /** Only the icon and the number: the top bar of a phone. */
  compact?: boolean;
};

/** How many sync errors are open, in red; opens the list of them. Following a link in it closes it. */
export function SyncErrorsButton({ count, children, compact }: SyncErrorsButtonProps) {
  const path = usePathname();
  // Open on one page only: a link that leads to another closes the sheet by itself.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const name = `${count} sync ${count === 1 ? "error" : "errors"}`;
  return (
    <Sheet
      open={openOn === path}
      onOpenChange={(open) => setOpenOn(open ? path : null)}
      title="Sync errors"
      description="What QuickBooks refused, and how to put it right."
      trigger={
        compact ? (
          <button
            type="button"
            aria-label={name}
            className="inline-flex h-11 items-center gap-1 rounded-full px-2 font-semibold text-danger-ink text-sm"
          >
            <CircleAlert aria-hidden="true" className="size-5" />
            <span className="tabular">{count}</span>
          </button>
        ) : (
          <button
            type="button"
            className="flex h-8 w-full items-center gap-2.5 rounded-md border border-danger-line bg-danger-soft px-2.5 font-medium text-danger-ink text-sm transition-colors hover:border-danger touch:h-11"
          >
            <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
            Sync errors
            <span className="tabular ml-auto min-w-5 rounded-full bg-danger px-1.5 text-center font-semibold text-2xs text-on-danger leading-4.5">
              {count}
            </span>
          </button>
        )
      }
    >
      <DialogBody className="gap-0 px-0 py-0">{children}</DialogBody>
      <DialogFooter className="justify-between">
        <TextLink href="/help/sync-errors">What the codes mean</TextLink>
        <Button asChild>
          <a href="/sync">All errors</a>
        </Button>
      </DialogFooter>
    </Sheet>
  );
}
