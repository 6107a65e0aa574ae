import { Day } from "@/app/_components/day";
import { DescriptionList } from "@/app/_ui/description-list";
import { Panel } from "@/app/_ui/panel";
import type { PaymentView } from "@/lib/payments/payment-view";

/** What the payment says. */
export function PaymentDetails({ payment }: { payment: PaymentView }) {
  return (
    <Panel title="Details">
      <DescriptionList
        items={[
          { term: "Paid by", value: payment.method === "check" ? "Check" : "Credit card" },
          { term: "Account", value: payment.account || null },
          { term: "Date", value: <Day day={payment.date} /> },
          {
            term: "Number",
            value: payment.refNumber || (payment.isToBePrinted ? "Given when it is printed" : null),
          },
          { term: "Memo", value: payment.memo || null },
          {
            term: "TxnID",
            value: payment.txnId ? (
              <code className="break-all font-mono text-xs">{payment.txnId}</code>
            ) : payment.state === "recorded" ? (
              "None: credits alone leave no transaction"
            ) : null,
          },
        ]}
      />
    </Panel>
  );
}
