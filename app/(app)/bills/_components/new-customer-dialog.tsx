"use client";

import { useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { EntryNameField } from "@/app/_components/entry-name-field";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { toast } from "@/app/_ui/toast";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { enterCustomer } from "../actions";
import { NewEntryDialog } from "./new-entry-dialog";
import { useParent } from "./use-parent";

type NewCustomerDialogProps = {
  connectionId: string;
  /** What was typed before; "Bayview:Clubhouse" is a job of Bayview. */
  name: string;
  onCreated: (customer: PickOption) => void;
  onClose: () => void;
};

/** A customer, or a job under a customer or another job. */
export function NewCustomerDialog({ connectionId, name, onCreated, onClose }: NewCustomerDialogProps) {
  const { ownName, parent, setParent } = useParent("customer", connectionId, name);
  const [typed, setTyped] = useState({ name: ownName, companyName: "", description: "" });
  const change = (next: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...next }));
  const { failure, pending, send } = useSending(enterCustomer, (created) => {
    toast.success(`${created.name} created`);
    onCreated({ id: created.customerId, name: created.name, hint: "not in QuickBooks yet" });
  });
  const { fields } = failure;
  return (
    <NewEntryDialog
      title="New customer or job"
      submitLabel={parent ? "Create job" : "Create customer"}
      pending={pending}
      failure={failure}
      onSubmit={() => send({ connectionId, parentId: parent?.id ?? null, ...typed })}
      onClose={onClose}
    >
      <EntryNameField
        list="customer"
        label={parent ? "Job name" : "Customer name"}
        value={typed.name}
        onChange={(next) => change({ name: next })}
        failure={failure}
      />
      <Field
        label="Job of"
        error={fields.parentId}
        hint="Left empty it is a customer. A job may stand under another job."
      >
        <LookupCombobox
          list="customer"
          connectionId={connectionId}
          value={parent}
          onChange={setParent}
          placeholder="None"
        />
      </Field>
      {parent ? (
        <Field label="Description" error={fields.description} optional>
          <Input
            value={typed.description}
            maxLength={99}
            onChange={(event) => change({ description: event.target.value })}
          />
        </Field>
      ) : (
        <Field label="Company" error={fields.companyName} optional>
          <Input
            value={typed.companyName}
            maxLength={41}
            onChange={(event) => change({ companyName: event.target.value })}
          />
        </Field>
      )}
    </NewEntryDialog>
  );
}
