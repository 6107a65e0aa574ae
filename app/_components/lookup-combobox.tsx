"use client";

import { Combobox } from "@/app/_ui/combobox";
import type { LookupList, PickOption } from "@/lib/ledger/ledger-views";
import { useLookup } from "./use-lookup";

type LookupComboboxProps = {
  list: LookupList;
  connectionId: string;
  value: PickOption | null;
  onChange: (option: PickOption | null) => void;
  placeholder?: string;
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  "aria-label"?: string;
};

const EMPTY_TEXTS = {
  idle: "Nothing found",
  loading: "Searching…",
  failed: "The list could not be loaded. Type again to retry.",
};

/** A combobox over a list too long to send: each pause in typing asks the server. */
export function LookupCombobox({ list, connectionId, value, onChange, ...box }: LookupComboboxProps) {
  const { options, state, ask } = useLookup(list, connectionId);
  const known = value && !options.some(({ id }) => id === value.id) ? [value, ...options] : options;
  const listen = (frame: HTMLSpanElement | null) => {
    const onInput = (event: Event) => ask((event.target as HTMLInputElement).value);
    const onFocus = () => (options.length === 0 ? ask("", 0) : undefined);
    frame?.addEventListener("input", onInput);
    frame?.addEventListener("focusin", onFocus);
    return () => {
      frame?.removeEventListener("input", onInput);
      frame?.removeEventListener("focusin", onFocus);
    };
  };
  return (
    // The combobox does not tell what is typed into it, but its input's events pass through here.
    <span ref={listen} className="block min-w-0">
      <Combobox
        {...box}
        options={known.map(({ id, name, hint }) => ({ value: id, label: name, ...(hint ? { hint } : {}) }))}
        value={value?.id ?? null}
        emptyText={EMPTY_TEXTS[state]}
        onValueChange={(id) => onChange(known.find((option) => option.id === id) ?? null)}
      />
    </span>
  );
}
