"use client";

import { useState } from "react";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Field } from "@/app/_ui/field";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { NewVendorDialog } from "./new-vendor-dialog";

type VendorFieldProps = {
  connectionId: string;
  value: PickOption | null;
  error: string[] | undefined;
  mayCreate: boolean;
  terms: readonly PickOption[];
  currencies: readonly string[];
  onChange: (vendor: PickOption | null) => void;
};

/** Whose bill it is; a vendor that QuickBooks does not have yet is entered here and goes there first. */
export function VendorField({
  connectionId,
  value,
  error,
  mayCreate,
  terms,
  currencies,
  onChange,
}: VendorFieldProps) {
  const [newName, setNewName] = useState<string | null>(null);
  return (
    <>
      <Field label="Vendor" error={error ?? null} required>
        <LookupCombobox
          list="vendor"
          connectionId={connectionId}
          value={value}
          onChange={onChange}
          placeholder="Type a name"
          {...(mayCreate
            ? { onCreate: setNewName, createLabel: (name: string) => `New vendor “${name}”…` }
            : {})}
        />
      </Field>
      {newName === null ? null : (
        <NewVendorDialog
          connectionId={connectionId}
          name={newName}
          terms={terms}
          currencies={currencies}
          onCreated={(vendor) => {
            onChange(vendor);
            setNewName(null);
          }}
          onClose={() => setNewName(null)}
        />
      )}
    </>
  );
}
