"use client";

import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type ComboboxOption, filterOptions, indexOptions } from "@/app/_ui/filter-options";

const MAX_SHOWN = 8;

/** An "@" at the start of a word, and what of a name follows it up to the caret. */
const UNFINISHED = /(?:^|[\s(])@([^\s@][^@\n]{0,40})?$/;

export type MentionState = {
  options: readonly ComboboxOption[];
  value: string;
  onChange: (value: string) => void;
};

/** Where the "@" stands whose name is being typed, and what of it is there; null when none is. */
export function unfinishedMention(text: string, caret: number): { at: number; query: string } | null {
  const before = text.slice(0, caret);
  const found = UNFINISHED.exec(before);
  if (!found) return null;
  const query = found[1] ?? "";
  return { at: before.length - query.length - 1, query };
}

/** Who of these is mentioned in a text: "@" and the whole name, the longest of names that begin alike. */
export function mentionedIn(text: string, options: readonly ComboboxOption[]): string[] {
  const longestFirst = [...options].sort((a, b) => b.label.length - a.label.length);
  let rest = text;
  const found: string[] = [];
  for (const { value, label } of longestFirst) {
    if (!rest.includes(`@${label}`)) continue;
    found.push(value);
    rest = rest.replaceAll(`@${label}`, "");
  }
  return found;
}

/** State and keys of a text in which "@" offers names. Enter or Tab takes the one that the arrows stand on. */
export function useMentions({ options, value, onChange }: MentionState) {
  const listId = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  /** The "@" whose list was closed with Escape. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const caretToSet = useRef<number | null>(null);
  // As soon as the name is there, before the next key: later it would tear apart what is typed meanwhile.
  useLayoutEffect(() => {
    const at = caretToSet.current;
    if (at === null) return;
    caretToSet.current = null;
    ref.current?.setSelectionRange(at, at);
  });
  const index = useMemo(() => indexOptions(options), [options]);
  const mention = unfinishedMention(value, caret);
  const shown = mention ? filterOptions(index, mention.query, MAX_SHOWN).shown : [];
  const open = mention !== null && mention.at !== dismissed && shown.length > 0;

  const close = () => setDismissed(mention?.at ?? null);
  const take = (option: ComboboxOption | undefined) => {
    if (!option || !mention) return;
    const before = `${value.slice(0, mention.at)}@${option.label} `;
    onChange(before + value.slice(caret).replace(/^ /, ""));
    setCaret(before.length);
    setActive(0);
    caretToSet.current = before.length;
    ref.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const by = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + by + shown.length) % shown.length);
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      take(shown[active] ?? shown[0]);
    } else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const read = (area: HTMLTextAreaElement) => setCaret(area.selectionStart);
  const type = (area: HTMLTextAreaElement) => {
    read(area);
    setActive(0);
    if (unfinishedMention(area.value, area.selectionStart)?.at !== dismissed) setDismissed(null);
    onChange(area.value);
  };
  return { listId, ref, open, shown, active, setActive, close, take, onKeyDown, read, type };
}
