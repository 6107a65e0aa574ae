"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { DialogHeading, scrimClass } from "@/app/_ui/dialog-parts";

export type DialogProps = {
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** DialogBody and DialogFooter (from dialog-parts), inside a form where there is one. */
  children: ReactNode;
};

const widths = { sm: "md:max-w-sm", md: "md:max-w-lg", lg: "md:max-w-3xl" };

/** A window over the page: focus stays inside, Escape and the scrim close it. From below on a phone. */
export function Dialog({ size = "md", ...props }: DialogProps & { size?: keyof typeof widths }) {
  const { trigger, title, description, children, ...state } = props;
  return (
    <Radix.Root {...state}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed z-50 flex flex-col overflow-hidden bg-raised shadow-overlay focus:outline-none [&>form]:flex [&>form]:min-h-0 [&>form]:flex-col",
            "md:inset-x-0 md:top-[12vh] md:mx-auto md:max-h-[76vh] md:w-full md:rounded-xl md:data-[state=closed]:animate-pop-out md:data-[state=open]:animate-pop-in",
            "max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[90dvh] max-md:rounded-t-xl max-md:data-[state=closed]:animate-slide-out-bottom max-md:data-[state=open]:animate-slide-in-bottom",
            widths[size],
          )}
        >
          <DialogHeading title={title} description={description} />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
