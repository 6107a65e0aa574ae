"use client";

import { Pencil } from "lucide-react";
import { type VendorForm, vendorInputOf } from "@/app/_components/vendor-form";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import type { PickOption } from "@/lib/ledger/ledger-views";
import type { VendorView } from "@/lib/ledger/vendor-views";
import { VendorDialog } from "../../_components/vendor-dialog";
import { saveVendor } from "../../actions";

type EditVendorProps = {
  vendor: VendorView;
  terms: readonly PickOption[];
  label?: string;
  /** A name to begin with instead of its own. */
  name?: string;
};

const formOf = ({ wished }: VendorView): VendorForm => ({
  name: wished.name,
  companyName: wished.companyName ?? "",
  email: wished.email ?? "",
  phone: wished.phone ?? "",
  termsId: wished.termsId ?? "",
  accountNumber: wished.accountNumber ?? "",
  nameOnCheck: wished.nameOnCheck ?? "",
  street: wished.address?.lines.join("\n") ?? "",
  city: wished.address?.city ?? "",
  state: wished.address?.state ?? "",
  postalCode: wished.address?.postalCode ?? "",
  country: wished.address?.country ?? "",
  currency: "",
});

/** Changes a vendor; what QuickBooks has of it changes with the next run. */
export function EditVendor({ vendor, terms, label = "Edit", name }: EditVendorProps) {
  return (
    <VendorDialog
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          {label}
        </Button>
      }
      title={`Edit ${vendor.name}`}
      description={
        vendor.isInQuickBooks
          ? "The change goes to QuickBooks with the next run."
          : "QuickBooks does not have this vendor yet."
      }
      submitLabel="Save"
      initial={{ ...formOf(vendor), ...(name ? { name } : {}) }}
      terms={terms}
      whole
      save={async (form) => {
        const outcome = await saveVendor({ vendorId: vendor.id, ...vendorInputOf(form) });
        if (outcome.ok) toast.success("Saved");
        return outcome;
      }}
    />
  );
}
