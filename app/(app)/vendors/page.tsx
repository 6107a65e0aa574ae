import { Store } from "lucide-react";
import type { Metadata } from "next";
import { listHref } from "@/app/_components/bill-list/list-address";
import { requireFollower } from "@/app/_components/drawn-version";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { ListSearch } from "@/app/_components/search-field";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkTabs } from "@/app/_ui/link-tabs";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { may } from "@/lib/access/actor";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { listVendors, VENDOR_SHOWS, VENDORS_PAGE } from "@/lib/ledger/vendor-views";
import { AddVendor } from "./_components/add-vendor";
import { companyFileOf } from "./_components/company-file";
import { VendorTable } from "./_components/vendor-table";
import { VendorsTabs } from "./_components/vendors-tabs";

export const metadata: Metadata = { title: "Vendors" };

const EMPTY = {
  active: "The vendors of QuickBooks appear here with the first run of the Web Connector.",
  pending: "QuickBooks has every vendor as it was entered here.",
  inactive: "No vendor is inactive in QuickBooks.",
};

/** The vendors of a company file: QuickBooks' own, and those that wait to be added or changed there. */
export default async function VendorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, params] = await Promise.all([requireFollower(), searchParams]);
  const { files, file } = await companyFileOf(actor, params.company);
  const header = (actions: React.ReactNode = null) => (
    <PageHeader title="Vendors" description="As QuickBooks has them" actions={actions} />
  );
  if (!file) {
    return (
      <>
        {header()}
        <EmptyState icon={<Store />} title="No company file is connected">
          Vendors come from QuickBooks. An Admin connects a company file.
        </EmptyState>
      </>
    );
  }
  const q = one(params.q).slice(0, 100);
  const show = VENDOR_SHOWS.find((name) => name === params.show) ?? "active";
  const page = pageNumber(one(params.page));
  const mayCreate = may(actor, "vendor.create");
  const [{ rows, total, pending }, lists] = await Promise.all([
    listVendors(actor, { connectionId: file.id, q, show, page }),
    mayCreate ? readPickLists(actor, { connectionId: file.id }) : null,
  ]);
  const first = (page - 1) * VENDORS_PAGE;
  const pageHref = (number: number) => listHref("/vendors", params, { page: number > 1 ? number : null });
  return (
    <>
      {header(
        lists ? <AddVendor connectionId={file.id} terms={lists.terms} currencies={lists.currencies} /> : null,
      )}
      {files.length > 1 ? (
        <LinkTabs
          label="Company file"
          className="mb-3"
          tabs={files.map(({ id, name }) => ({
            href: `/vendors?company=${id}`,
            label: name,
            current: id === file.id,
          }))}
        />
      ) : null}
      <VendorsTabs companyId={file.id} current={show} pending={pending} />
      <ListSearch label="Search vendors" placeholder="Search name, company, email" />
      {rows.length === 0 ? (
        <EmptyState icon={<Store />} title={q ? "No vendor found" : "Nothing here"}>
          {q ? `No vendor fits “${q}”.` : EMPTY[show]}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <VendorTable rows={rows} />
          {total > VENDORS_PAGE ? (
            <Pagination
              from={first + 1}
              to={first + rows.length}
              total={total}
              noun="vendors"
              previousHref={page > 1 ? pageHref(page - 1) : null}
              nextHref={first + rows.length < total ? pageHref(page + 1) : null}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
