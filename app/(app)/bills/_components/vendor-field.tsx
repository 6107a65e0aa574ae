"use client";

import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Field } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { enterVendor } from "../actions";

type VendorFieldProps = {
  connectionId: string;
  value: PickOption | null;
  error: string[] | undefined;
  mayCreate: boolean;
  onChange: (vendor: PickOption | null) => void;
};

/** Whose bill it is; a vendor that QuickBooks does not have yet is entered here and goes there first. */
export function VendorField({ connectionId, value, error, mayCreate, onChange }: VendorFieldProps) {
  const create = async (name: string) => {
    const outcome = await enterVendor({ connectionId, name });
    if (outcome.ok && outcome.result) {
      onChange({ id: outcome.result.vendorId, name, hint: "not in QuickBooks yet", termsId: null });
      toast.success(`Vendor ${name} created`, {
        description: "It goes to QuickBooks before the first bill that names it.",
      });
    } else {
      const reasons = Object.values(outcome.fields).flat();
      toast.error(`${name} was not created`, { description: reasons.join(" ") || (outcome.error ?? "") });
    }
  };
  return (
    <Field label="Vendor" error={error ?? null} required>
      <LookupCombobox
        list="vendor"
        connectionId={connectionId}
        value={value}
        onChange={onChange}
        placeholder="Type a name"
        {...(mayCreate
          ? {
              onCreate: (name: string) => void create(name),
              createLabel: (name: string) => `Create vendor “${name}”`,
            }
          : {})}
      />
    </Field>
  );
}
