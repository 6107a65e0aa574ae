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
export function LookupCombobox({
  list,
  connectionId,
  value,
  onChange,
  onCreate,
  ...box
}: LookupComboboxProps) {
  const { options, state, ask } = useLookup(list, connectionId);
  const known = value && !options.some(({ id }) => id === value.id) ? [value, ...options] : options;
  // Asking from the combobox's own events, not from listeners around it: a state that is set before React has
  // seen the key makes it put the old text back.
  return (
    <Combobox
      {...box}
      // Before the answer nobody knows whether the name is new: Enter would create a vendor that is there.
      {...(onCreate && state === "idle" ? { onCreate } : {})}
      options={known.map(({ id, name, hint }) => ({ value: id, label: name, ...(hint ? { hint } : {}) }))}
      value={value?.id ?? null}
      emptyText={EMPTY_TEXTS[state]}
      onQuery={(text) => (text === "" ? ask("", 0) : ask(text))}
      onValueChange={(id) => onChange(known.find((option) => option.id === id) ?? null)}
    />
  );
}
