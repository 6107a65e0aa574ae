import { Day } from "@/app/_components/day";
import { Moment } from "@/app/_components/moment";
import { moneyText } from "@/app/_components/money";
import { Alert } from "@/app/_ui/alert";
import { DescriptionList } from "@/app/_ui/description-list";
import { Panel } from "@/app/_ui/panel";
import type { BillView } from "@/lib/bills/bill-views";
import { ComparedFields } from "./compared-fields";
import { RemovalActions } from "./removal-actions";
import { SyncErrors } from "./sync-errors";
import { SyncState } from "./sync-state";
import { VersionChoice } from "./version-choice";

/** How the bill stands with QuickBooks: the link, what it has now beside what was approved, what it refused. */
export function QuickBooksPanel({ bill }: { bill: BillView }) {
  const { link, sync, errors } = bill;
  if (!link && sync.kind === "none" && errors.length === 0) {
    return (
      <Panel title="QuickBooks">
        <p className="text-ink-muted">
          {bill.state === "rejected"
            ? "A rejected bill does not go to QuickBooks."
            : "The bill goes to QuickBooks once it is approved."}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="QuickBooks">
      <div className="flex flex-col gap-4">
        {/* An order to take it out says itself what waits. */}
        {bill.removal && sync.kind === "waiting" && sync.attempts === 0 ? null : <SyncState bill={bill} />}
        {link?.isVoided ? (
          <Alert tone="red" title="Voided in QuickBooks" />
        ) : link?.deletedAt ? (
          <Alert
            tone="red"
            title={link.isMissing ? "Not in the company file any more" : "Deleted in QuickBooks"}
          >
            {link.isMissing
              ? "Nobody deleted it there: an older copy of the company file was put back. "
              : null}
            Found on <Moment at={link.deletedAt} />. The approval record is kept.
          </Alert>
        ) : null}
        {link ? (
          <>
            <DescriptionList
              items={[
                { term: "TxnID", value: <code className="break-all font-mono text-xs">{link.txnId}</code> },
                {
                  term: "Open amount",
                  value: link.isPaid
                    ? "Paid"
                    : link.openAmount === null || link.deletedAt
                      ? null
                      : moneyText(link.openAmount, bill.content.currency),
                  numeric: true,
                },
                { term: "Linked", value: <Moment at={link.linkedAt} /> },
                // A link that came without the record itself is marked as not seen since 1970.
                {
                  term: "Last seen",
                  value: link.seenAt.startsWith("1970") ? "Not yet" : <Moment at={link.seenAt} />,
                },
              ]}
            />
            {link.payments.length > 0 ? (
              <div>
                <h3 className="mb-1.5 font-medium text-ink text-sm">Payments and credits</h3>
                <ul className="divide-y divide-line">
                  {link.payments.map((payment) => (
                    <li
                      key={`${payment.txnId} ${payment.amount}`}
                      className="flex items-baseline justify-between gap-3 py-1.5"
                    >
                      <span className="min-w-0 text-ink-muted">
                        <Day day={payment.date} /> · {paymentName(payment.txnType)}
                        {payment.refNumber ? ` ${payment.refNumber}` : ""}
                      </span>
                      {/* QuickBooks writes what is applied to a bill as a negative amount. */}
                      <span className="tabular shrink-0 text-ink">
                        {moneyText(payment.amount.replace(/^-/, ""), bill.content.currency)}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ) : null}
            <ComparedFields fields={link.compared} differs={link.differs} />
            {bill.allowed.resolve ? <VersionChoice bill={bill} editSequence={link.editSequence} /> : null}
          </>
        ) : null}
        <SyncErrors errors={errors} />
        <RemovalActions bill={bill} />
      </div>
    </Panel>
  );
}

const PAYMENTS: Record<string, string> = {
  BillPaymentCheck: "Check",
  BillPaymentCreditCard: "Credit card",
  VendorCredit: "Credit",
  Check: "Check",
};

const paymentName = (txnType: string): string =>
  PAYMENTS[txnType] ?? txnType.replace(/([a-z])([A-Z])/g, "$1 $2");
