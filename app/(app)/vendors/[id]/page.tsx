import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { pageOf } from "@/app/_components/page-of";
import { TimelinePanel } from "@/app/_components/timeline-panel";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import { readVendorHistory } from "@/lib/bills/vendor-history";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { readVendor } from "@/lib/ledger/vendor-views";
import { EntryBadge } from "../_components/entry-badge";
import { SendNow } from "../_components/send-now";
import { EditVendor } from "./_components/edit-vendor";
import { VendorBills } from "./_components/vendor-bills";
import { VendorDetails } from "./_components/vendor-details";
import { VendorNotices } from "./_components/vendor-notices";

export const metadata: Metadata = { title: "Vendor" };

/** One vendor: what QuickBooks says of it, what waits to be said there, its bills and its history. */
export default async function VendorPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id: vendorId }] = await Promise.all([requireFollower(), params]);
  const vendor = await pageOf(() => readVendor(actor, { vendorId }));
  if (vendor.mergedInto) redirect(`/vendors/${vendor.mergedInto}`);
  const { state, isRemoved } = vendor.sync;
  const mayChange = may(actor, "vendor.change") && state !== "deleted";
  const [{ bills, timeline }, lists] = await Promise.all([
    readVendorHistory(actor, { vendorId }),
    mayChange ? readPickLists(actor, { connectionId: vendor.connectionId }) : null,
  ]);
  const terms = lists?.terms ?? [];
  const isUnsent = state === "new" || isRemoved;
  return (
    <>
      <PageHeader
        title={vendor.name}
        description={vendor.companyFile}
        back={{ href: "/vendors", label: "Vendors" }}
        status={<EntryBadge state={state} />}
        actions={
          mayChange ? (
            <>
              {isUnsent && may(actor, "job.requeue") ? (
                <SendNow list="vendor" entryId={vendor.id} again={isRemoved} />
              ) : null}
              <EditVendor vendor={vendor} terms={terms} />
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        <VendorNotices vendor={vendor} terms={terms} mayChange={mayChange} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
          <VendorDetails vendor={vendor} />
          <div className="flex min-w-0 flex-col gap-4">
            <VendorBills bills={bills} />
            <TimelinePanel entries={timeline} />
          </div>
        </div>
      </div>
    </>
  );
}
