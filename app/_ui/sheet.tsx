"use client";

import { Dialog as Radix } from "radix-ui";
import { cn } from "@/app/_ui/cn";
import type { DialogProps } from "@/app/_ui/dialog";
import { DialogHeading, scrimClass } from "@/app/_ui/dialog-parts";

/** A panel from the right edge, from below on a phone. Same props and parts as Dialog. */
export function Sheet({ wide = false, ...props }: DialogProps & { wide?: boolean }) {
  const { trigger, title, description, children, ...state } = props;
  return (
    <Radix.Root {...state}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed z-50 flex flex-col overflow-hidden bg-raised shadow-overlay focus:outline-none [&>form]:flex [&>form]:min-h-0 [&>form]:flex-1 [&>form]:flex-col",
            "md:inset-y-0 md:right-0 md:w-full md:data-[state=closed]:animate-slide-out-right md:data-[state=open]:animate-slide-in-right",
            wide ? "md:max-w-3xl" : "md:max-w-md",
            "max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[90dvh] max-md:rounded-t-xl max-md:data-[state=closed]:animate-slide-out-bottom max-md:data-[state=open]:animate-slide-in-bottom",
          )}
        >
          <DialogHeading title={title} description={description} />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
