"use client";

import { useState } from "react";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Field } from "@/app/_ui/field";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { NewCustomerDialog } from "./new-customer-dialog";

type CustomerFieldProps = {
  connectionId: string;
  value: PickOption | null;
  error: string[] | null;
  mayCreate: boolean;
  onChange: (customer: PickOption | null) => void;
  className?: string;
};

/** For whom it was bought; a customer or a job that QuickBooks does not have yet is entered here. */
export function CustomerField({ connectionId, value, error, className, ...props }: CustomerFieldProps) {
  const [newName, setNewName] = useState<string | null>(null);
  return (
    <>
      <Field label="Customer:job" error={error} {...(className ? { className } : {})}>
        <LookupCombobox
          list="customer"
          connectionId={connectionId}
          value={value}
          onChange={props.onChange}
          placeholder="Customer:job"
          {...(props.mayCreate
            ? { onCreate: setNewName, createLabel: (name: string) => `New customer or job “${name}”…` }
            : {})}
        />
      </Field>
      {newName === null ? null : (
        <NewCustomerDialog
          connectionId={connectionId}
          name={newName}
          onCreated={(customer) => {
            props.onChange(customer);
            setNewName(null);
          }}
          onClose={() => setNewName(null)}
        />
      )}
    </>
  );
}
