"use client";

import { useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { VendorFields } from "@/app/_components/vendor-fields";
import { emptyVendor, vendorInputOf } from "@/app/_components/vendor-form";
import { toast } from "@/app/_ui/toast";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { enterVendor } from "../actions";
import { NewEntryDialog } from "./new-entry-dialog";

type NewVendorDialogProps = {
  connectionId: string;
  /** What was typed before. */
  name: string;
  terms: readonly PickOption[];
  currencies: readonly string[];
  onCreated: (vendor: PickOption) => void;
  onClose: () => void;
};

/** A vendor that QuickBooks does not have yet. Only the name is needed. */
export function NewVendorDialog({
  connectionId,
  name,
  terms,
  currencies,
  onCreated,
  onClose,
}: NewVendorDialogProps) {
  const [vendor, setVendor] = useState(() => emptyVendor(name));
  const { failure, pending, send } = useSending(enterVendor, (created) => {
    toast.success(`Vendor ${created.name} created`);
    onCreated({
      ...{ id: created.vendorId, name: created.name, termsId: created.termsId, currency: created.currency },
      hint: "not in QuickBooks yet",
    });
  });
  return (
    <NewEntryDialog
      title="New vendor"
      submitLabel="Create vendor"
      pending={pending}
      failure={failure}
      onSubmit={() => send({ connectionId, ...vendorInputOf(vendor) })}
      onClose={onClose}
    >
      <VendorFields
        vendor={vendor}
        change={(next) => setVendor((before) => ({ ...before, ...next }))}
        terms={terms}
        currencies={currencies}
        failure={failure}
      />
    </NewEntryDialog>
  );
}
