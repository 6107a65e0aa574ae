"use client";

import { useEffect, useRef } from "react";

export type KeyActions = Record<string, (() => void) | undefined>;

/** Where a letter is text or belongs to an open window, it is no command. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true]") !== null ||
    document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null);

/** Single keys of the page: `{ j: next, "/": search }`. */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target))
        return;
      const action = current.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
