"use client";

import { type KeyboardEvent, useRef } from "react";
import { cn } from "@/app/_ui/cn";
import { tabClass, tabRowClass } from "@/app/_ui/tab-class";
import type { DocumentView } from "@/lib/bills/bill-documents";

type DocumentTabsProps = {
  documents: readonly DocumentView[];
  shown: string;
  panelId: string;
  onShow: (id: string) => void;
};

/** Chooses between documents. The panel below is one for all, so that it keeps its place and height. */
export function DocumentTabs({ documents, shown, panelId, onShow }: DocumentTabsProps) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = documents.findIndex(({ id }) => id === shown);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = documents[(at + step + documents.length) % documents.length];
    if (!next) return;
    onShow(next.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div
      ref={row}
      role="tablist"
      aria-label="Documents"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={tabRowClass}
    >
      {documents.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          data-state={id === shown ? "active" : "inactive"}
          aria-selected={id === shown}
          aria-controls={panelId}
          tabIndex={id === shown ? 0 : -1}
          title={name}
          onClick={() => onShow(id)}
          className={cn(tabClass, "max-w-48")}
        >
          <span className="truncate">{name}</span>
        </button>
      ))}
    </div>
  );
}
