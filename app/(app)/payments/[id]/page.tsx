import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { Moment } from "@/app/_components/moment";
import { moneyText } from "@/app/_components/money";
import { pageOf } from "@/app/_components/page-of";
import { PaymentSign } from "@/app/_components/pay/payment-sign";
import { paymentName, paymentStatus } from "@/app/_components/pay/payment-words";
import { TimelinePanel } from "@/app/_components/timeline-panel";
import { Badge } from "@/app/_ui/badge";
import { PageHeader } from "@/app/_ui/page-header";
import { readPayment } from "@/lib/payments/payment-view";
import { AppliedBills } from "./_components/applied-bills";
import { PaymentDetails } from "./_components/payment-details";
import { PaymentState } from "./_components/payment-state";

type PaymentPageProps = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Payment" };

/** One payment: what it pays at the left, where it stands and what can be done at the right. */
export default async function PaymentPage({ params }: PaymentPageProps) {
  const [actor, { id }] = await Promise.all([requireFollower(), params]);
  const payment = await pageOf(() => readPayment(actor, { paymentId: id }));
  const { words, tone } = paymentStatus(payment);
  return (
    <>
      <PageHeader
        title={payment.vendor || "A vendor of QuickBooks"}
        back={{ href: "/payments", label: "Payments" }}
        status={<Badge tone={tone}>{words}</Badge>}
        description={
          <span className="flex flex-wrap items-center gap-x-1.5">
            <span>{paymentName(payment)}</span>
            <PaymentSign payment={payment} mayRequeue={payment.allowed.requeue} />
            <span>
              {payment.enteredBy ? `recorded by ${payment.enteredBy}, ` : "made in QuickBooks, seen "}
              <Moment at={payment.createdAt} />
            </span>
          </span>
        }
        actions={
          <span className="tabular font-semibold text-2xl text-ink tracking-tight">
            {moneyText(payment.amount, payment.currency)}
          </span>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          <AppliedBills payment={payment} />
          <PaymentDetails payment={payment} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <PaymentState payment={payment} />
          <TimelinePanel entries={payment.timeline} />
        </div>
      </div>
    </>
  );
}
