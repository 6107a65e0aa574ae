"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { emptyVendor, vendorInputOf } from "@/app/_components/vendor-form";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { enterVendor } from "../actions";
import { VendorDialog } from "./vendor-dialog";

type AddVendorProps = {
  connectionId: string;
  terms: readonly PickOption[];
  currencies: readonly string[];
};

/** Enters a vendor by itself. */
export function AddVendor({ connectionId, terms, currencies }: AddVendorProps) {
  const router = useRouter();
  return (
    <VendorDialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New vendor
        </Button>
      }
      title="New vendor"
      description="It goes to QuickBooks before the first bill that names it, or when you send it."
      submitLabel="Create vendor"
      initial={emptyVendor("")}
      terms={terms}
      currencies={currencies}
      save={async (vendor) => {
        const outcome = await enterVendor({ connectionId, ...vendorInputOf(vendor) });
        if (outcome.result) {
          toast.success(`Vendor ${outcome.result.name} created`);
          router.push(`/vendors/${outcome.result.vendorId}`);
        }
        return outcome;
      }}
    />
  );
}
