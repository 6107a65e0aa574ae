"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";

export const scrimClass =
  "fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in";

/** Title row of a dialog or sheet, with its close button. */
export function DialogHeading({ title, description }: { title: ReactNode; description?: ReactNode }) {
  return (
    <div className="flex items-start gap-3 border-line border-b px-5 py-4">
      <div className="min-w-0 flex-1">
        <Radix.Title className="font-semibold text-base text-ink">{title}</Radix.Title>
        {description ? (
          <Radix.Description className="mt-0.5 text-ink-muted text-sm">{description}</Radix.Description>
        ) : null}
      </div>
      <Radix.Close asChild>
        <Button variant="ghost" size="icon" aria-label="Close" className="-my-1.5 -mr-2">
          <X aria-hidden="true" />
        </Button>
      </Radix.Close>
    </div>
  );
}

/** The scrolling middle of a dialog or sheet. */
export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn("flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 py-4", className)}>
      {children}
    </div>
  );
}

/** The row of buttons at the foot; the main one last in the source, so that it stands at the right. */
export function DialogFooter({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3 max-md:flex-col-reverse max-md:items-stretch",
        "max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))]",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Closes the dialog or sheet it stands in: `<DialogClose><Button>Cancel</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
