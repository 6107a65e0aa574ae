import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { ListSearch } from "@/app/_components/search-field";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { may } from "@/lib/access/actor";
import { requireActor } from "@/lib/auth/session";
import { listPayments, PAYMENTS_PAGE } from "@/lib/payments/payment-list-views";
import { PaymentTable } from "./_components/payment-table";

export const metadata: Metadata = { title: "Payments" };

type PaymentsPageProps = { searchParams: Promise<{ q?: string; page?: string }> };

const href = (q: string, page: number): string => {
  const params = new URLSearchParams({ ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return params.size > 0 ? `/payments?${params}` : "/payments";
};

/** Every payment of the bills one may see: recorded here, or made in QuickBooks. */
export default async function PaymentsPage({ searchParams }: PaymentsPageProps) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const q = (params.q ?? "").trim().slice(0, 100);
  const page = Math.min(10_000, Math.max(1, Number.parseInt(params.page ?? "1", 10) || 1));
  const { rows, total } = await listPayments(actor, { q, page });
  const first = (page - 1) * PAYMENTS_PAGE;
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
              previousHref={page > 1 ? href(q, page - 1) : null}
              nextHref={first + rows.length < total ? href(q, page + 1) : null}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
