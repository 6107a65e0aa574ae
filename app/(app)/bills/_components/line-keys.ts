import type { KeyboardEvent } from "react";
import type { BillFormState } from "./use-bill-form";

/** What Enter goes through: fields of one line. A memo keeps its Enter, and is passed over. */
const FIELDS = "input:not([type=hidden], [type=file], [tabindex='-1']), select";

/** Those of a part that is folded up have a place on the page and take no cursor. */
const fieldsIn = (frame: Element): HTMLElement[] =>
  [...frame.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.checkVisibility());

function focusOn(field: HTMLElement | undefined): void {
  field?.focus();
  if (field instanceof HTMLInputElement && field.type === "text") field.select();
}

const lineKeyOf = (target: HTMLElement): string | undefined =>
  target.closest<HTMLElement>("[data-line]")?.dataset.line;

/** A word is taken back from a text with the key that removes a line: not the line with it. */
const isTypedText = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement &&
  target.type === "text" &&
  target.getAttribute("role") !== "combobox" &&
  target.value !== "";

/**
 * Keys of a line that come before what its fields do with them: Alt and an arrow moves it, unless a list
 * is open; Ctrl D puts a copy below; Ctrl Backspace and Ctrl Delete remove it. True when it was one of these.
 */
export function handleLineKey(event: KeyboardEvent, form: BillFormState): boolean {
  const target = event.target as HTMLElement;
  const line = lineKeyOf(target);
  if (!line) return false;
  const hasCtrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (event.altKey && !hasCtrl && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    if (target.getAttribute("aria-expanded") === "true") return false;
    form.moveLine(line, event.key === "ArrowUp" ? -1 : 1);
  } else if (hasCtrl && event.key.toLowerCase() === "d") {
    form.duplicateLine(line);
  } else if (hasCtrl && (event.key === "Delete" || (event.key === "Backspace" && !isTypedText(target)))) {
    form.removeLine(line);
  } else {
    return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** Enter goes to the next field, as Tab does; on the last of the last line it adds a line. True when it did. */
export function handleEnter(event: KeyboardEvent, form: BillFormState): boolean {
  const target = event.target as HTMLElement;
  const isField = target.matches(FIELDS);
  // In an open list Enter chooses.
  if (!isField || event.defaultPrevented || target.getAttribute("aria-expanded") === "true") return false;
  event.preventDefault();
  const line = lineKeyOf(target);
  const row = target.closest("[data-line]");
  if (row && fieldsIn(row).at(-1) === target && form.bill.lines.at(-1)?.key === line) {
    form.addLine(form.bill.lines.at(-1)?.kind ?? "expense");
    return true;
  }
  const fields = target.closest("form") ? fieldsIn(target.closest("form") as Element) : [];
  focusOn(fields[fields.indexOf(target) + 1]);
  return true;
}
