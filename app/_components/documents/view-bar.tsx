"use client";

import { ChevronDown, ChevronUp, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import type { View } from "./use-view";

type ViewBarProps = {
  view: View;
  pages?: { current: number; count: number; goTo(page: number): void } | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  /** What can be done with the document itself. */
  actions: ReactNode;
};

/** Pages, zoom and rotation. The keys work here and in the document: PgUp, PgDn, +, -, 0, r. */
export function ViewBar({ view, pages, onKeyDown, actions }: ViewBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="View of the document"
      onKeyDown={onKeyDown}
      className="flex flex-wrap items-center gap-x-1 border-line border-b px-1.5 py-1"
    >
      {pages ? (
        <>
          <Button
            size="icon"
            variant="ghost"
            aria-label="Previous page"
            aria-keyshortcuts="PageUp"
            disabled={pages.current <= 1}
            onClick={() => pages.goTo(pages.current - 1)}
          >
            <ChevronUp aria-hidden="true" />
          </Button>
          <span className="tabular whitespace-nowrap px-1 text-ink-muted text-xs" aria-live="polite">
            <span className="sr-only">Page </span>
            {pages.current} of {pages.count}
          </span>
          <Button
            size="icon"
            variant="ghost"
            aria-label="Next page"
            aria-keyshortcuts="PageDown"
            disabled={pages.current >= pages.count}
            onClick={() => pages.goTo(pages.current + 1)}
          >
            <ChevronDown aria-hidden="true" />
          </Button>
        </>
      ) : null}
      <span className="mx-auto" />
      <Button size="icon" variant="ghost" aria-label="Zoom out" aria-keyshortcuts="-" onClick={view.zoomOut}>
        <ZoomOut aria-hidden="true" />
      </Button>
      <Button
        size="sm"
        variant="ghost"
        aria-label={`Zoom ${Math.round(view.zoom * 100)}% of the width; fit to the width`}
        aria-keyshortcuts="0"
        title="Fit to the width (0)"
        className="tabular min-w-13"
        onClick={view.fit}
      >
        {Math.round(view.zoom * 100)}%
      </Button>
      <Button size="icon" variant="ghost" aria-label="Zoom in" aria-keyshortcuts="+" onClick={view.zoomIn}>
        <ZoomIn aria-hidden="true" />
      </Button>
      <Button size="icon" variant="ghost" aria-label="Rotate" aria-keyshortcuts="r" onClick={view.rotate}>
        <RotateCw aria-hidden="true" />
      </Button>
      {actions}
    </div>
  );
}
