"use client";

import type { KeyboardEvent, ReactNode, RefObject } from "react";

/** A part that scrolls must be reachable by keyboard, or nobody can scroll it without a mouse. */
const REACHABLE = { tabIndex: 0 } as const;

type DocumentScrollerProps = {
  ref: RefObject<HTMLElement | null>;
  label: string;
  isBusy?: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onScroll?: () => void;
  children: ReactNode;
};

/** The ground that a document lies on. Two fingers zoom the document and one scrolls it. */
export function DocumentScroller({
  ref,
  label,
  isBusy = false,
  children,
  ...handlers
}: DocumentScrollerProps) {
  return (
    <section
      ref={ref}
      aria-label={label}
      aria-busy={isBusy}
      {...REACHABLE}
      {...handlers}
      className="relative min-h-0 flex-1 overflow-auto bg-sunken p-3 [scrollbar-gutter:stable] [touch-action:pan-x_pan-y] focus-visible:-outline-offset-2"
    >
      {children}
    </section>
  );
}
