import { Day } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";
import { PayButton } from "@/app/_components/pay/pay-button";
import { PaymentButtons } from "@/app/_components/pay/payment-buttons";
import { PaymentSign } from "@/app/_components/pay/payment-sign";
import { paymentName, paymentStatus } from "@/app/_components/pay/payment-words";
import { Badge } from "@/app/_ui/badge";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Actor } from "@/lib/access/actor";
import { type BillPayment, paymentsOfBill } from "@/lib/payments/payment-list-views";

/** The bill's payments, recorded here or made in QuickBooks, and the button that records one. */
export async function PaymentsPanel({ actor, billId }: { actor: Actor; billId: string }) {
  const { payments, mayPay } = await paymentsOfBill(actor, { billId });
  if (payments.length === 0 && !mayPay) return null;
  return (
    <Panel title="Payments" actions={mayPay ? <PayButton billIds={[billId]} size="sm" /> : null}>
      {payments.length === 0 ? (
        <p className="text-ink-muted">Not paid yet.</p>
      ) : (
        <ul className="-my-2.5 divide-y divide-line">
          {payments.map((payment) => (
            <Payment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Payment({ payment }: { payment: BillPayment }) {
  const { allowed, sync } = payment;
  const { words, tone } = paymentStatus(payment);
  const settles = moneyText(payment.settles, payment.currency);
  const isGone = payment.state === "voided" || payment.state === "deleted";
  return (
    <li className="flex flex-col gap-2 py-2.5">
      <div className="flex items-center gap-1.5">
        <TextLink href={`/payments/${payment.id}`} className="min-w-0 truncate">
          {paymentName(payment)}
        </TextLink>
        <PaymentSign payment={payment} mayRequeue={allowed.requeue} />
        <span className="tabular ml-auto shrink-0 text-ink">
          {isGone ? <del className="text-ink-faint">{settles}</del> : settles}
        </span>
      </div>
      <div className="flex items-center justify-between gap-3 text-ink-muted text-xs">
        <span>
          <Day day={payment.date} />
          {payment.isFromQuickBooks ? " · paid in QuickBooks" : ""}
        </span>
        <Badge tone={tone}>{words}</Badge>
      </div>
      {sync.kind === "blocked" && sync.reason ? (
        <p className="text-sm text-warning-ink">{sync.reason}</p>
      ) : null}
      {sync.error ? (
        <blockquote className="border-danger-line border-l-2 pl-3 text-ink text-sm">
          <p className="break-words">{sync.error.message}</p>
          <footer className="mt-0.5 text-ink-muted text-xs">QuickBooks, attempt {sync.attempts} of 3</footer>
        </blockquote>
      ) : null}
      {allowed.withdraw || allowed.requeue ? (
        <div className="flex flex-wrap gap-2">
          <PaymentButtons
            paymentId={payment.id}
            allowed={{ ...allowed, remove: false, keep: false }}
            size="sm"
          />
        </div>
      ) : null}
    </li>
  );
}
