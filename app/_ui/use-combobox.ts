"use client";

import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { type ComboboxOption, filterOptions, indexOptions } from "@/app/_ui/filter-options";

/** More rows than this are never read, only typed past; drawing 5,000 would stall every key stroke. */
const MAX_SHOWN = 100;

export type ComboboxEntry = { kind: "option"; option: ComboboxOption } | { kind: "create"; text: string };

export type ComboboxState = {
  options: readonly ComboboxOption[];
  value?: string | null | undefined;
  defaultValue?: string | null | undefined;
  onValueChange?: ((value: string | null, option: ComboboxOption | null) => void) | undefined;
  onCreate?: ((text: string) => void) | undefined;
  clearable: boolean;
};

/**
 * State and keys of a combobox: the text in the input, the open list, the row the arrow keys stand on.
 * Enter takes that row, Tab takes it when something was typed, Escape puts the chosen text back.
 */
export function useCombobox({
  options,
  value,
  defaultValue,
  onValueChange,
  onCreate,
  clearable,
}: ComboboxState) {
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const [ownValue, setOwnValue] = useState<string | null>(defaultValue ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);

  const chosenValue = value === undefined ? ownValue : value;
  const chosen = useMemo(
    () => (chosenValue === null ? null : (options.find((option) => option.value === chosenValue) ?? null)),
    [options, chosenValue],
  );
  const index = useMemo(() => indexOptions(options), [options]);
  const query = useDeferredValue(typed ?? "");
  const { shown, total } = useMemo(() => filterOptions(index, query, MAX_SHOWN), [index, query]);
  const entries = entriesOf(shown, query, onCreate !== undefined);
  /** What the list is about to show: keys may come faster than it is drawn, and mean what was typed. */
  const latestEntries = () =>
    (typed ?? "") === query
      ? entries
      : entriesOf(filterOptions(index, typed ?? "", MAX_SHOWN).shown, typed ?? "", onCreate !== undefined);

  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const show = () => {
    const at = shown.findIndex((option) => option.value === chosenValue);
    setActive(Math.max(at, 0));
    setOpen(true);
  };
  const choose = (option: ComboboxOption | null) => {
    setOwnValue(option?.value ?? null);
    onValueChange?.(option?.value ?? null, option);
    close();
  };
  const take = (entry: ComboboxEntry | undefined) => {
    if (!entry) return;
    if (entry.kind === "create") {
      onCreate?.(entry.text);
      close();
    } else if (!entry.option.disabled) choose(entry.option);
  };
  const type = (next: string) => {
    setTyped(next);
    setActive(0);
    setOpen(true);
  };
  /** Focus leaves: an emptied input clears the choice, any other unfinished text gives way to the choice. */
  const leave = () => {
    if (typed === "" && clearable && chosen) choose(null);
    else close();
  };
  const move = (by: number) => {
    if (!open) return show();
    const latest = latestEntries();
    let next = active;
    for (let step = 0; step < latest.length; step++) {
      next = (next + by + latest.length) % latest.length;
      const entry = latest[next];
      if (entry?.kind === "create" || !entry?.option.disabled) break;
    }
    setActive(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (event.altKey && event.key === "ArrowUp") close();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      event.preventDefault();
      const { length } = latestEntries();
      setActive(Math.max(0, Math.min(length - 1, active + (event.key === "PageDown" ? 8 : -8))));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (typed === "" && clearable) choose(null);
      else take(latestEntries()[active]);
    } else if (event.key === "Tab" && open && typed?.trim()) {
      const entry = latestEntries()[active];
      if (entry?.kind === "option") take(entry);
    }
  };

  return {
    ...{ listId, inputRef, open, active, entries, total, chosen, chosenValue },
    ...{ show, close, leave, type, take, choose, setActive, onKeyDown },
    hidden: total - shown.length,
    inputText: typed ?? chosen?.label ?? "",
  };
}

function entriesOf(shown: readonly ComboboxOption[], query: string, mayCreate: boolean): ComboboxEntry[] {
  const text = query.trim();
  const entries: ComboboxEntry[] = shown.map((option) => ({ kind: "option", option }));
  if (mayCreate && text && !shown.some((option) => option.label === text)) {
    entries.push({ kind: "create", text });
  }
  return entries;
}
