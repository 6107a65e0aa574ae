import type { KeyboardEvent } from "react";
import type { BillFormState } from "./use-bill-form";

/** Enter goes to the next line, on the last one it adds one; Ctrl Delete removes the line. True when it was one of these. */
export function handleLineKey(event: KeyboardEvent, form: BillFormState): boolean {
  const target = event.target as HTMLElement;
  const key = target.closest<HTMLElement>("[data-line]")?.dataset.line;
  // In an open list Enter chooses.
  if (!key || event.defaultPrevented || target.getAttribute("aria-expanded") === "true") return false;
  const { lines } = form.bill;
  const at = lines.findIndex((line) => line.key === key);
  if (event.key === "Delete" && event.ctrlKey) {
    form.removeLine(key);
  } else if (event.key === "Enter" && target.tagName === "INPUT" && !event.ctrlKey && !event.metaKey) {
    const next = lines[at + 1];
    if (next) document.querySelector<HTMLElement>(`[data-line="${next.key}"] input`)?.focus();
    else form.addLine(lines[at]?.kind ?? "expense");
  } else {
    return false;
  }
  event.preventDefault();
  return true;
}
