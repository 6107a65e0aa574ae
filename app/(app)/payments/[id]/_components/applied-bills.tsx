import { Day } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { compareAmounts } from "@/lib/core/money";
import type { AppliedBill, PaymentView } from "@/lib/payments/payment-view";

const isSome = (amount: string) => compareAmounts(amount, "0.00") !== 0;

interface Part {
  id: string;
  words: string;
  amount: string;
}

/** The parts of what settles a bill: money, discount, credits. */
function partsOf(bill: AppliedBill, isCheck: boolean): Part[] {
  const { amount, discountAmount, discountAccount, credits } = bill;
  const parts: Part[] = [
    { id: "money", words: isCheck ? "Paid by check" : "Paid by credit card", amount },
    {
      id: "discount",
      words: discountAccount ? `Discount, to ${discountAccount}` : "Discount",
      amount: discountAmount,
    },
    ...credits.map((credit, place) => ({
      id: `credit ${place}`,
      words: credit.refNumber ? `Credit ${credit.refNumber}` : "Credit",
      amount: credit.amount,
    })),
  ];
  return parts.filter((part) => isSome(part.amount));
}

/** The bills that a payment settles, with money, discount and credits apart. */
export function AppliedBills({ payment }: { payment: PaymentView }) {
  return (
    <Panel title="Bills" flush>
      <ul className="divide-y divide-line">
        {payment.applied.map((bill, index) => (
          // A bill that is not here has neither id nor number; the order is the payment's own.
          <li key={bill.billId ?? `other ${index}`} className="flex flex-col gap-1 px-4 py-3">
            <div className="flex items-baseline gap-2">
              {bill.billId ? (
                <TextLink href={`/bills/${bill.billId}`}>{bill.invoiceNumber || "Without a number"}</TextLink>
              ) : (
                <span className="text-ink-muted">A bill entered in QuickBooks</span>
              )}
              {bill.dueDate ? (
                <span className="text-ink-muted text-xs">
                  due <Day day={bill.dueDate} />
                </span>
              ) : null}
            </div>
            <dl className="flex flex-col gap-0.5">
              {partsOf(bill, payment.method === "check").map(({ id, words, amount }) => (
                <div key={id} className="flex items-baseline justify-between gap-3 text-sm">
                  <dt className="min-w-0 truncate text-ink-muted">{words}</dt>
                  <dd className="tabular shrink-0 text-ink">{moneyText(amount, payment.currency)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
