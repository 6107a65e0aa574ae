import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { listHref } from "@/app/_components/bill-list/list-address";
import { requireFollower } from "@/app/_components/drawn-version";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { ListSearch } from "@/app/_components/search-field";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { may } from "@/lib/access/actor";
import { listPayments, PAYMENTS_PAGE } from "@/lib/payments/payment-list-views";
import { PaymentTable } from "./_components/payment-table";

export const metadata: Metadata = { title: "Payments" };

type PaymentsPageProps = { searchParams: Promise<SearchParams> };

/** Every payment of the bills one may see: recorded here, or made in QuickBooks. */
export default async function PaymentsPage({ searchParams }: PaymentsPageProps) {
  const [actor, params] = await Promise.all([requireFollower(), searchParams]);
  const q = one(params.q).trim().slice(0, 100);
  const page = pageNumber(one(params.page));
  const { rows, total } = await listPayments(actor, { q, page });
  const first = (page - 1) * PAYMENTS_PAGE;
  const pageHref = (number: number) => listHref("/payments", params, { page: number > 1 ? number : null });
  return (
    <>
      <PageHeader title="Payments" description="Recorded here, and made in QuickBooks" />
      <ListSearch label="Search payments" placeholder="Search vendor, number, bill, amount" />
      {rows.length === 0 ? (
        <EmptyState icon={<CreditCard />} title={q ? "No payment fits" : "No payments yet"}>
          {q
            ? "Search for a vendor, a number, an amount or a bill's number."
            : "Mark a bill in Accounts Payable as paid, or pay it in QuickBooks."}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <PaymentTable rows={rows} mayRequeue={may(actor, "job.requeue")} />
          {total > PAYMENTS_PAGE ? (
            <Pagination
              from={first + 1}
              to={first + rows.length}
              total={total}
              noun="payments"
              previousHref={page > 1 ? pageHref(page - 1) : null}
              nextHref={first + rows.length < total ? pageHref(page + 1) : null}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
