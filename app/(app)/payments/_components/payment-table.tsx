import { Day } from "@/app/_components/day";
import { Money, moneyText } from "@/app/_components/money";
import { PaymentSign } from "@/app/_components/pay/payment-sign";
import { paymentName, paymentStatus } from "@/app/_components/pay/payment-words";
import { Badge } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { Cell, HeaderCell, RowLink, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import type { PaymentRow } from "@/lib/payments/payment-list-views";

/** "4471, 4472 and 3 more"; a dash where none of them is a bill of ours. */
function billsOf({ invoiceNumbers, otherBills }: PaymentRow): string {
  const named = invoiceNumbers.map((number) => number || "no number");
  const [shown, rest] = [named.slice(0, 2), named.length - 2 + otherBills];
  if (named.length === 0) return otherBills > 0 ? "entered in QuickBooks" : "–";
  const more = named.length > 2 ? rest : otherBills;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

function Status({ payment }: { payment: PaymentRow }) {
  const { words, tone } = paymentStatus(payment);
  return <Badge tone={tone}>{words}</Badge>;
}

/** The payments: those that wait for QuickBooks first. */
export function PaymentTable({ rows, mayRequeue }: { rows: PaymentRow[]; mayRequeue: boolean }) {
  const cards = (
    <CardList label="Payments">
      {rows.map((payment) => (
        <CardRow
          key={payment.id}
          href={`/payments/${payment.id}`}
          title={payment.vendor || "A vendor of QuickBooks"}
          value={moneyText(payment.amount, payment.currency)}
          detail={
            <>
              {paymentName(payment)} · <Day day={payment.date} />
            </>
          }
          status={
            <>
              <Status payment={payment} />
              <PaymentSign payment={payment} mayRequeue={mayRequeue} />
            </>
          }
        />
      ))}
    </CardList>
  );
  return (
    <Table caption="Payments" cards={cards}>
      <TableHead>
        <HeaderCell>Vendor</HeaderCell>
        <HeaderCell>Payment</HeaderCell>
        <HeaderCell>Date</HeaderCell>
        <HeaderCell>Bills</HeaderCell>
        <HeaderCell>From</HeaderCell>
        <HeaderCell>State</HeaderCell>
        <HeaderCell numeric>Amount</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((payment) => (
          <TableRow key={payment.id}>
            <Cell>
              <RowLink href={`/payments/${payment.id}`}>{payment.vendor || "A vendor of QuickBooks"}</RowLink>
            </Cell>
            <Cell>
              <span className="flex items-center gap-1">
                <span className="truncate">{paymentName(payment)}</span>
                <PaymentSign payment={payment} mayRequeue={mayRequeue} />
              </span>
            </Cell>
            <Cell muted className="tabular whitespace-nowrap">
              <Day day={payment.date} />
            </Cell>
            <Cell muted>{billsOf(payment)}</Cell>
            <Cell muted>{payment.account || "–"}</Cell>
            <Cell>
              <Status payment={payment} />
            </Cell>
            <Cell numeric>
              <Money amount={payment.amount} currency={payment.currency} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
