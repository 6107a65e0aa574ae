"use client";

import type { FormState } from "@/app/_actions/form-state";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import type { EnteredList } from "@/lib/ledger/lists";
import { NAME_LIMITS, suggestName } from "@/lib/ledger/suggest-name";

type EntryNameFieldProps = {
  list: EnteredList;
  label: string;
  value: string;
  onChange: (name: string) => void;
  failure: Pick<FormState, "code" | "fields">;
  className?: string;
};

/** The name of a vendor, an item or a customer; where another kind of record has it, one to take instead. */
export function EntryNameField({ list, label, value, onChange, failure, className }: EntryNameFieldProps) {
  const suggestion = suggestName(list, value.replace(/ \((Vendor|Item|Customer)\)$/, ""));
  return (
    <div className={className}>
      <Field label={label} required error={failure.fields.name}>
        <Input
          value={value}
          maxLength={NAME_LIMITS[list]}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          autoFocus
        />
      </Field>
      {failure.code === "name-elsewhere" && value !== suggestion ? (
        <Button size="sm" className="mt-2" onClick={() => onChange(suggestion)}>
          Use “{suggestion}”
        </Button>
      ) : null}
    </div>
  );
}
