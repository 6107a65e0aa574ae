import { PackageCheck } from "lucide-react";
import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import type { SearchParams } from "@/app/_components/read-address";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import { listNewEntries } from "@/lib/ledger/new-entry-views";
import { companyFileOf } from "../_components/company-file";
import { VendorsTabs } from "../_components/vendors-tabs";
import { NewEntryItem } from "./_components/new-entry-item";

export const metadata: Metadata = { title: "New items and jobs" };

/** Items, customers and jobs that were entered here and that QuickBooks does not have yet. */
export default async function NewEntriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, params] = await Promise.all([requireFollower(), searchParams]);
  const { file } = await companyFileOf(actor, params.company);
  const entries = file ? await listNewEntries(actor, { connectionId: file.id }) : [];
  return (
    <>
      <PageHeader title="Vendors" description="And what else QuickBooks does not have yet" />
      {file ? <VendorsTabs companyId={file.id} current="new-entries" /> : null}
      {entries.length === 0 ? (
        <EmptyState icon={<PackageCheck />} title="Nothing waits">
          QuickBooks has every item, customer and job that was entered here. New ones are entered on a bill’s
          line.
        </EmptyState>
      ) : (
        <ul
          aria-label="New items and jobs"
          className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
        >
          {entries.map((entry) => (
            <NewEntryItem
              key={entry.id}
              entry={entry}
              mayRename={may(actor, entry.list === "item" ? "item.create" : "customer.create")}
              maySend={may(actor, "job.requeue")}
            />
          ))}
        </ul>
      )}
    </>
  );
}
