"use client";

import { Check, Plus } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/app/_ui/cn";
import type { ComboboxEntry } from "@/app/_ui/use-combobox";

type ComboboxListProps = {
  listId: string;
  label: string;
  entries: readonly ComboboxEntry[];
  active: number;
  chosenValue: string | null;
  /** How many more were found than are drawn. */
  hidden: number;
  emptyText: string;
  createLabel?: ((text: string) => ReactNode) | undefined;
  onTake: (entry: ComboboxEntry) => void;
  onHover: (index: number) => void;
};

/** The open list of a Combobox. The focus stays in the input; the active row is told by its id. */
export function ComboboxList(props: ComboboxListProps) {
  const { listId, entries, active, chosenValue, hidden } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${listId}-${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active]);
  return (
    <>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={props.label}
        tabIndex={-1}
        // A dialog below locks scrolling for everything outside itself by listening on the document.
        onWheel={(event) => event.stopPropagation()}
        onTouchMove={(event) => event.stopPropagation()}
        className="max-h-72 overflow-y-auto overscroll-contain p-1 focus:outline-none"
      >
        {entries.map((entry, index) => {
          const disabled = entry.kind === "option" && entry.option.disabled;
          const selected = entry.kind === "option" && entry.option.value === chosenValue;
          return (
            <button
              type="button"
              tabIndex={-1}
              key={entry.kind === "option" ? entry.option.value : "create-row"}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={selected}
              aria-disabled={disabled || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => (index === active ? undefined : props.onHover(index))}
              onClick={() => props.onTake(entry)}
              className={cn(
                "flex min-h-7 w-full cursor-default text-left items-center gap-2 rounded-sm px-2 py-1 text-sm touch:min-h-11 touch:text-base",
                index === active && "bg-hover",
                disabled && "opacity-60",
              )}
            >
              {entry.kind === "create" ? (
                <span className="flex min-w-0 items-center gap-2 text-accent-ink">
                  <Plus aria-hidden="true" className="size-4 shrink-0" />
                  <span className="min-w-0 truncate">
                    {props.createLabel?.(entry.text) ?? `Create “${entry.text}”`}
                  </span>
                </span>
              ) : (
                <>
                  <span className="min-w-0 truncate">{entry.option.label}</span>
                  {entry.option.hint ? (
                    <span className="ml-auto min-w-0 shrink-2 truncate pl-3 text-ink-muted text-xs">
                      {entry.option.hint}
                    </span>
                  ) : null}
                  {selected ? (
                    <Check
                      aria-hidden="true"
                      className={cn("size-4 shrink-0 text-accent-ink", !entry.option.hint && "ml-auto")}
                    />
                  ) : null}
                </>
              )}
            </button>
          );
        })}
      </div>
      <p
        role="status"
        className={cn(
          "px-3 text-ink-muted text-xs",
          entries.length === 0 ? "pt-1 pb-3" : hidden > 0 ? "border-line border-t py-1.5" : "sr-only",
        )}
      >
        {entries.length === 0
          ? props.emptyText
          : hidden > 0
            ? `${hidden.toLocaleString("en-US")} more: keep typing`
            : `${entries.length} found`}
      </p>
    </>
  );
}
