import { BulkApproval } from "@/app/_components/approve/bulk-approval";
import { requireFollower } from "@/app/_components/drawn-version";
import type { SearchParams } from "@/app/_components/read-address";
import { LinkTabs } from "@/app/_ui/link-tabs";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { approve } from "@/app/(app)/bills/actions";
import { may, seesEveryBill } from "@/lib/access/actor";
import { BILL_SORTS, listBills, PAGE_SIZE } from "@/lib/bills/bill-list-views";
import type { Tab } from "@/lib/bills/bill-states";
import { listBillCompanyFiles } from "@/lib/bills/company-files";
import { BillTable, type SortLink } from "./bill-table";
import { EnterBillButton } from "./enter-bill-button";
import { type ListState, listHref, readListState } from "./list-address";
import { ListEmpty } from "./list-empty";
import { ListFilters } from "./list-filters";

const TITLES: Record<Tab, { title: string; description: string }> = {
  inbox: { title: "Inbox", description: "Entered, not submitted yet" },
  approvals: { title: "Approvals", description: "Submitted, waiting for a verdict" },
  payables: { title: "Accounts Payable", description: "Approved, not paid yet" },
  archive: { title: "Archive", description: "Paid, rejected, voided or deleted" },
};

type BillListPageProps = { tab: Tab; searchParams: Promise<SearchParams> };

function sortLinks(path: string, params: SearchParams, state: ListState): Record<string, SortLink> {
  return Object.fromEntries(
    BILL_SORTS.map((sort) => {
      const isCurrent = state.sort === sort;
      const dir = isCurrent && state.dir === "asc" ? "desc" : "asc";
      const direction = isCurrent ? (state.dir === "asc" ? "ascending" : "descending") : null;
      return [sort, { href: listHref(path, params, { sort, dir }), direction }];
    }),
  );
}

/** A tab: the bills in some states, searched, filtered and sorted as the address says. */
export async function BillListPage({ tab, searchParams }: BillListPageProps) {
  const [actor, params] = await Promise.all([requireFollower(), searchParams]);
  const path = `/${tab}`;
  const asksMe = tab === "approvals" && may(actor, "bill.approve");
  const state = readListState(tab, params, asksMe);
  const [bills, files] = await Promise.all([
    listBills(actor, { tab, ...state, mine: tab === "approvals" && state.mine }),
    listBillCompanyFiles(actor, {}),
  ]);
  const { rows, total, sum, openSum, vendorName } = bills;
  const first = (state.page - 1) * PAGE_SIZE;
  const isFiltered = Boolean(state.q || state.connectionId || state.vendorId || state.sync);
  const page = (number: number) => listHref(path, params, { page: number > 1 ? number : null });
  const why = isFiltered ? "filtered" : asksMe && state.mine ? "nothing-for-me" : "empty";

  return (
    <BulkApproval>
      <PageHeader
        {...TITLES[tab]}
        actions={
          may(actor, "bill.save") ? (
            <EnterBillButton mayImport={tab === "inbox" && may(actor, "bill.import")} />
          ) : null
        }
      />
      {asksMe ? (
        <LinkTabs
          label="Which bills"
          className="mb-3"
          tabs={[
            { href: listHref(path, params, { show: "mine" }), label: "Waiting for me", current: state.mine },
            {
              href: listHref(path, params, { show: "all" }),
              label: seesEveryBill(actor) ? "All in approval" : "All I have a part in",
              current: !state.mine,
            },
          ]}
        />
      ) : null}
      <ListFilters
        files={files}
        connectionId={state.connectionId ?? (files.length === 1 ? (files[0]?.id ?? null) : null)}
        vendor={
          state.vendorId ? { id: state.vendorId, name: vendorName ?? "Another vendor", hint: null } : null
        }
        showsSync={tab === "payables" || tab === "archive"}
      />
      {rows.length === 0 ? (
        <ListEmpty
          tab={tab}
          why={why}
          href={why === "nothing-for-me" ? listHref(path, params, { show: "all" }) : path}
        />
      ) : (
        <div className="flex flex-col gap-3">
          <BillTable
            tab={tab}
            caption={TITLES[tab].title}
            rows={rows}
            sorts={sortLinks(path, params, state)}
            totals={{
              label: `${total.toLocaleString("en-US")} ${total === 1 ? "bill" : "bills"}`,
              amount: sum,
              open: openSum,
            }}
            today={new Date().toISOString().slice(0, 10)}
            showsCompanyFile={files.length > 1 && !state.connectionId}
            mayRequeue={may(actor, "job.requeue")}
            mayEdit={may(actor, "bill.save")}
            mayPay={may(actor, "payment.record")}
            mayApprove={may(actor, "bill.approve")}
            approve={approve}
          />
          {total > PAGE_SIZE ? (
            <Pagination
              from={first + 1}
              to={first + rows.length}
              total={total}
              noun="bills"
              previousHref={state.page > 1 ? page(state.page - 1) : null}
              nextHref={first + rows.length < total ? page(state.page + 1) : null}
            />
          ) : null}
        </div>
      )}
    </BulkApproval>
  );
}
