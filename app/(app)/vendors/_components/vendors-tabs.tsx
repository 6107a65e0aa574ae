import { LinkTabs } from "@/app/_ui/link-tabs";
import type { VendorShow } from "@/lib/ledger/vendor-views";

type VendorsTabsProps = {
  companyId: string;
  current: VendorShow | "new-entries";
  /** Vendors that QuickBooks does not have, or not as wished. */
  pending?: number;
};

/** What of the vendors is shown, and beside it the items and jobs that QuickBooks does not have yet. */
export function VendorsTabs({ companyId, current, pending }: VendorsTabsProps) {
  const show = (name: string) => `/vendors?company=${companyId}&show=${name}`;
  return (
    <LinkTabs
      label="Which vendors"
      className="mb-3"
      tabs={[
        { href: show("active"), label: "Active", current: current === "active" },
        {
          href: show("pending"),
          label: "Waiting",
          current: current === "pending",
          ...(pending ? { count: pending } : {}),
        },
        { href: show("inactive"), label: "Inactive", current: current === "inactive" },
        {
          href: `/vendors/new-entries?company=${companyId}`,
          label: "Items and jobs",
          current: current === "new-entries",
        },
      ]}
    />
  );
}
