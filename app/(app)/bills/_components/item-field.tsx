"use client";

import { useState } from "react";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Field } from "@/app/_ui/field";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { NewItemDialog } from "./new-item-dialog";

type ItemFieldProps = {
  connectionId: string;
  value: PickOption | null;
  error: string[] | null;
  mayCreate: boolean;
  accounts: readonly PickOption[];
  onChange: (item: PickOption | null) => void;
  className?: string;
};

/** What was bought; an item that QuickBooks does not have yet is entered here and goes there first. */
export function ItemField({ connectionId, value, error, className, ...props }: ItemFieldProps) {
  const [newName, setNewName] = useState<string | null>(null);
  return (
    <>
      <Field label="Item" error={error} {...(className ? { className } : {})}>
        <LookupCombobox
          list="item"
          connectionId={connectionId}
          value={value}
          onChange={props.onChange}
          placeholder="Item"
          {...(props.mayCreate
            ? { onCreate: setNewName, createLabel: (name: string) => `New item “${name}”…` }
            : {})}
        />
      </Field>
      {newName === null ? null : (
        <NewItemDialog
          connectionId={connectionId}
          name={newName}
          accounts={props.accounts}
          onCreated={(item) => {
            props.onChange(item);
            setNewName(null);
          }}
          onClose={() => setNewName(null)}
        />
      )}
    </>
  );
}
