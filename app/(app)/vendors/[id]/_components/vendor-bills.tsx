import { BillStateBadge } from "@/app/_components/bill-state-badge";
import { Day } from "@/app/_components/day";
import { Money } from "@/app/_components/money";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { Panel } from "@/app/_ui/panel";
import { Cell, HeaderCell, RowLink, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import type { VendorBill } from "@/lib/bills/vendor-history";

const nameOf = ({ invoiceNumber }: VendorBill) => invoiceNumber || "Without a number";

/** The vendor's last bills. */
export function VendorBills({ bills }: { bills: readonly VendorBill[] }) {
  if (bills.length === 0) {
    return (
      <Panel title="Bills">
        <p className="text-ink-muted text-sm">No bill of this vendor was entered here.</p>
      </Panel>
    );
  }
  return (
    <section aria-labelledby="vendor-bills" className="flex flex-col gap-2">
      <h2 id="vendor-bills" className="font-semibold text-ink text-sm">
        Bills
      </h2>
      <Table
        caption="Bills of this vendor"
        cards={
          <CardList label="Bills of this vendor">
            {bills.map((bill) => (
              <CardRow
                key={bill.id}
                href={`/bills/${bill.id}`}
                title={nameOf(bill)}
                value={<Money amount={bill.amount} sign currency={bill.currency} />}
                detail={<Day day={bill.billDate} />}
                status={<BillStateBadge state={bill.state} />}
              />
            ))}
          </CardList>
        }
      >
        <TableHead>
          <HeaderCell>Invoice number</HeaderCell>
          <HeaderCell>Bill date</HeaderCell>
          <HeaderCell>Due date</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell numeric>Amount</HeaderCell>
          <HeaderCell numeric>Open</HeaderCell>
        </TableHead>
        <TableBody>
          {bills.map((bill) => (
            <TableRow key={bill.id}>
              <Cell>
                <RowLink href={`/bills/${bill.id}`}>{nameOf(bill)}</RowLink>
              </Cell>
              <Cell muted>
                <Day day={bill.billDate} />
              </Cell>
              <Cell muted>
                <Day day={bill.dueDate} />
              </Cell>
              <Cell>
                <BillStateBadge state={bill.state} />
              </Cell>
              <Cell numeric>
                <Money amount={bill.amount} sign currency={bill.currency} />
              </Cell>
              <Cell numeric>
                {bill.openAmount ? <Money amount={bill.openAmount} sign currency={bill.currency} /> : "–"}
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
