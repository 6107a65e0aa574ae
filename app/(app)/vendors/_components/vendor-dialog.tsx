"use client";

import { type ReactNode, useState } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { VendorFields } from "@/app/_components/vendor-fields";
import type { VendorForm } from "@/app/_components/vendor-form";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import type { PickOption } from "@/lib/ledger/ledger-views";

type VendorDialogProps = {
  trigger: ReactNode;
  title: string;
  description: string;
  submitLabel: string;
  initial: VendorForm;
  terms: readonly PickOption[];
  /** Of a new vendor: the foreign currencies that it may be paid in. */
  currencies?: readonly string[];
  /** Shows check name and address from the start. */
  whole?: boolean;
  save: (vendor: VendorForm) => Promise<FormState>;
};

/** The form of a vendor in a window. */
export function VendorDialog({ trigger, title, description, ...form }: VendorDialogProps) {
  return (
    <FreshDialog trigger={trigger} title={title} description={description}>
      {(close) => <VendorDialogForm label={title} {...form} onDone={close} />}
    </FreshDialog>
  );
}

type FormProps = Omit<VendorDialogProps, "trigger" | "title" | "description"> & {
  label: string;
  onDone: () => void;
};

function VendorDialogForm({
  label,
  submitLabel,
  initial,
  terms,
  currencies,
  whole,
  save,
  onDone,
}: FormProps) {
  const [vendor, setVendor] = useState(initial);
  const { failure, pending, send } = useSending(save, onDone);
  return (
    <DialogForm
      label={label}
      submitLabel={submitLabel}
      pending={pending}
      failure={failure}
      onSubmit={() => send(vendor)}
    >
      <VendorFields
        vendor={vendor}
        change={(next) => setVendor((before) => ({ ...before, ...next }))}
        terms={terms}
        {...(currencies ? { currencies } : {})}
        failure={failure}
        {...(whole ? { whole } : {})}
      />
    </DialogForm>
  );
}
