import { Day } from "@/app/_components/day";
import { Money } from "@/app/_components/money";
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import type { PreviewBill } from "@/lib/import/preview-import";
import { BillRemarks, hasRemarks } from "./bill-remarks";
import { StateMark } from "./state-mark";

type PreviewTableProps = {
  bills: readonly PreviewBill[];
  /** Those of the bills held back that are to be entered all the same. */
  ticked: readonly PreviewBill[];
  onTick: (bill: PreviewBill) => void;
};

/** Beyond that a list is scrolled, not read; what cannot be entered at once is told as a fault anyway. */
const MOST_SHOWN = 600;

const COLUMNS = 8;

const rowsText = ({ rows }: PreviewBill): string => {
  const [first, last] = [rows[0], rows.at(-1)];
  return first === last ? `${first}` : `${first}–${last}`;
};

const keyOf = ({ rows }: PreviewBill): string => String(rows[0]);

/** The bills of a file in its order, each with what is to be said of it under it. */
export function PreviewTable({ bills, ticked, onTick }: PreviewTableProps) {
  const shown = bills.slice(0, MOST_SHOWN);
  const remarksOf = (bill: PreviewBill) => (
    <BillRemarks bill={bill} isTicked={ticked.includes(bill)} onTick={() => onTick(bill)} />
  );
  const cards = (
    <ul
      aria-label="Bills of the file"
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {shown.map((bill) => (
        <li key={keyOf(bill)} className="flex flex-col gap-1.5 px-4 py-3">
          <div className="flex items-center gap-2">
            <StateMark bill={bill} isTicked={ticked.includes(bill)} />
            <span className="min-w-0 flex-1 truncate font-medium text-base text-ink">
              {bill.vendor || "No vendor"}
            </span>
            <Money amount={bill.amount} sign className="font-medium text-base" />
          </div>
          <p className="text-ink-muted text-sm">
            {bill.invoiceNumber || "No number"} · <Day day={bill.billDate} /> ·{" "}
            {bill.lines === 1 ? "1 line" : `${bill.lines} lines`} · row {rowsText(bill)}
          </p>
          {hasRemarks(bill) ? remarksOf(bill) : null}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-2">
      <Table caption="Bills of the file" cards={cards}>
        <TableHead>
          <HeaderCell className="w-8">
            <span className="sr-only">State</span>
          </HeaderCell>
          <HeaderCell>Row</HeaderCell>
          <HeaderCell>Vendor</HeaderCell>
          <HeaderCell>Number</HeaderCell>
          <HeaderCell>Date</HeaderCell>
          <HeaderCell>Due</HeaderCell>
          <HeaderCell numeric>Lines</HeaderCell>
          <HeaderCell numeric>Amount</HeaderCell>
        </TableHead>
        {shown.map((bill) => (
          // One body a bill: the row of what is said of it belongs to it.
          <TableBody key={keyOf(bill)}>
            <TableRow className={hasRemarks(bill) ? "[&>td]:border-b-0" : "[&>td]:border-b!"}>
              <Cell>
                <StateMark bill={bill} isTicked={ticked.includes(bill)} />
              </Cell>
              <Cell muted>{rowsText(bill)}</Cell>
              <Cell>{bill.vendor || <span className="text-ink-faint">–</span>}</Cell>
              <Cell>{bill.invoiceNumber || <span className="text-ink-faint">–</span>}</Cell>
              <Cell>
                <Day day={bill.billDate} />
              </Cell>
              <Cell>
                <Day day={bill.dueDate} />
              </Cell>
              <Cell numeric>{bill.lines}</Cell>
              <Cell numeric>
                <Money amount={bill.amount} sign />
              </Cell>
            </TableRow>
            {hasRemarks(bill) ? (
              <tr>
                <td className="border-line border-b!" />
                <td colSpan={COLUMNS - 1} className="border-line border-b! px-3 pb-2.5 text-sm">
                  {remarksOf(bill)}
                </td>
              </tr>
            ) : null}
          </TableBody>
        ))}
      </Table>
      {bills.length > shown.length ? (
        <p className="text-ink-muted text-sm">
          And {(bills.length - shown.length).toLocaleString("en-US")} more, which are too many at once.
        </p>
      ) : null}
    </div>
  );
}
