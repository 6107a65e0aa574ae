"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "@/app/_ui/kbd";

type TooltipProps = {
  content: ReactNode;
  /** One focusable element (a Button, a Link). What the tooltip says must not be the only place it is said. */
  children: ReactNode;
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
};

/** A few words on hover and on keyboard focus. */
export function Tooltip({ content, children, shortcut, side = "top" }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded-md bg-solid px-2 py-1 text-on-solid text-xs shadow-overlay data-[state=delayed-open]:animate-fade-in"
        >
          {content}
          {shortcut ? (
            <Kbd className="border-on-solid/25 bg-transparent text-on-solid">{shortcut}</Kbd>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
