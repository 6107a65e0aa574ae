import { PaymentButtons } from "@/app/_components/pay/payment-buttons";
import { Alert } from "@/app/_ui/alert";
import { Panel } from "@/app/_ui/panel";
import type { PaymentView } from "@/lib/payments/payment-view";

/** Where a payment stands with QuickBooks, in words. */
function Words({ payment }: { payment: PaymentView }) {
  const { state, sync, removal, isFromQuickBooks } = payment;
  if (sync.kind === "removed") {
    return (
      <Alert tone="red" title="QuickBooks refused it three times">
        Correct what it names, then put it back: it has three more attempts.
      </Alert>
    );
  }
  if (removal) {
    return (
      <Alert tone="amber" title={removal.how === "void" ? "It is to be voided" : "It is to be deleted"}>
        {sync.reason ?? "QuickBooks is told with the Web Connector's next update."} {removal.by}: “
        {removal.reason}”
      </Alert>
    );
  }
  if (state === "waiting") {
    return sync.kind === "blocked" ? (
      <Alert tone="amber" title="Held back">
        {sync.reason ?? "It waits for another record."} No attempt is used up.
      </Alert>
    ) : (
      <Alert tone="blue" title="Waiting to be added">
        It goes with the Web Connector's next update.
      </Alert>
    );
  }
  if (state === "voided") return <Alert tone="red" title="Voided in QuickBooks" />;
  if (state === "deleted") return <Alert tone="red" title="Deleted in QuickBooks" />;
  if (state === "withdrawn") return <Alert title="Taken back before QuickBooks had it" />;
  return (
    <p className="font-medium text-accent-ink">
      {isFromQuickBooks ? "Made in QuickBooks" : "Recorded in QuickBooks"}
    </p>
  );
}

/** Where the payment stands with QuickBooks, what that refused, and what can be done. */
export function PaymentState({ payment }: { payment: PaymentView }) {
  const { sync, allowed } = payment;
  const mayAct = Object.values(allowed).some(Boolean);
  return (
    <Panel title="QuickBooks">
      <div className="flex flex-col gap-4">
        <Words payment={payment} />
        {sync.error ? (
          <blockquote className="border-danger-line border-l-2 pl-3 text-ink text-sm">
            <p className="break-words">{sync.error.message}</p>
            <footer className="mt-0.5 text-ink-muted text-xs">
              QuickBooks, code {sync.error.code}, attempt {sync.attempts} of 3
            </footer>
          </blockquote>
        ) : null}
        {mayAct ? (
          <div className="flex flex-wrap gap-2">
            <PaymentButtons paymentId={payment.id} allowed={allowed} />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
