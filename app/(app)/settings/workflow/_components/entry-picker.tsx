"use client";

import { useState } from "react";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { Chips } from "./chips";
import { type FileChoice, useChoices } from "./choices";

/** Conditions that name several of a kind, in the order in which they are offered. */
export const ENTRY_CONDITIONS = {
  vendorIds: { label: "Vendor", list: "vendor" },
  accountIds: { label: "Account", short: "accounts" },
  itemIds: { label: "Item", list: "item" },
  classIds: { label: "Class", short: "classes" },
  customerIds: { label: "Customer:job", list: "customer" },
  enteredBy: { label: "Entered by" },
} as const;
export type EntryCondition = keyof typeof ENTRY_CONDITIONS;

type EntryPickerProps = {
  condition: EntryCondition;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string[] | undefined;
};

/** Chooses several of a kind: typing finds one more, a chip stands for each. */
export function EntryPicker({ condition, ids, onChange, error }: EntryPickerProps) {
  const { files, entryOf, learn } = useChoices();
  const [fileId, setFileId] = useState(files[0]?.id ?? "");
  const file = files.find(({ id }) => id === fileId);
  const { label } = ENTRY_CONDITIONS[condition];
  const isOfFile = condition !== "enteredBy";
  const add = (option: Pick<PickOption, "id" | "name"> | null) => {
    if (!option || ids.includes(option.id)) return;
    learn(option.id, { name: option.name, gone: null, companyFile: isOfFile ? (file?.name ?? null) : null });
    onChange([...ids, option.id]);
  };
  const chips = ids.map((id) => {
    const { name = "Unknown", gone = null, companyFile } = entryOf(id) ?? {};
    return { id, name: companyFile && files.length > 1 ? `${name} · ${companyFile}` : name, note: gone };
  });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        {isOfFile && files.length > 1 ? (
          <Field label="Company file" className="w-48 max-md:w-full">
            <Select value={fileId} onChange={(event) => setFileId(event.target.value)}>
              {files.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label={label} error={error} className="min-w-48 flex-1">
          <PickOne condition={condition} file={file} ids={ids} onPick={add} />
        </Field>
      </div>
      <Chips
        label={`${label}: chosen`}
        chips={chips}
        onRemove={(id) => onChange(ids.filter((each) => each !== id))}
      />
    </div>
  );
}

type PickOneProps = {
  condition: EntryCondition;
  file: FileChoice | undefined;
  ids: readonly string[];
  onPick: (option: Pick<PickOption, "id" | "name"> | null) => void;
};

function PickOne({ condition, file, ids, onPick }: PickOneProps) {
  const { people } = useChoices();
  const means = ENTRY_CONDITIONS[condition];
  const placeholder = ids.length > 0 ? "Add another" : "Type a name";
  if ("list" in means) {
    return (
      <LookupCombobox
        key={file?.id}
        list={means.list}
        connectionId={file?.id ?? ""}
        value={null}
        onChange={onPick}
        placeholder={placeholder}
      />
    );
  }
  const options =
    "short" in means
      ? (file?.[means.short] ?? [])
      : people.map(({ userId, name }) => ({ id: userId, name, hint: null }));
  return (
    <Combobox
      options={options
        .filter(({ id }) => !ids.includes(id))
        .map(({ id, name, hint }) => ({ value: id, label: name, ...(hint ? { hint } : {}) }))}
      value={null}
      onValueChange={(id) => onPick(options.find((option) => option.id === id) ?? null)}
      placeholder={placeholder}
    />
  );
}
