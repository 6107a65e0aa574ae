import { Money, moneyText } from "@/app/_components/money";
import { Panel } from "@/app/_ui/panel";
import { Cell, HeaderCell, Table, TableBody, TableFoot, TableHead, TableRow } from "@/app/_ui/table";
import type { BillContent, ContentLine } from "@/lib/bills/bill-content";
import { addAmounts } from "@/lib/core/money";

const targetOf = (line: ContentLine): string | undefined => (line.account ?? line.item)?.name;

/** "12.5" as "12.50": a unit's cost has up to five decimals, and two at least, as money has. */
function costText(cost: string): string {
  const [whole, decimals = ""] = cost.split(".");
  return `${whole}.${decimals.padEnd(2, "0")}`;
}

/** "Site office · 4 × 12.50 · Harbor Tower:Phase 2 · billable": all of a line but its account and amount. */
function detailOf(line: ContentLine): string {
  return [
    line.description,
    line.quantity && line.cost ? `${line.quantity} × ${costText(line.cost)}` : null,
    line.customer?.name,
    line.class?.name,
    line.billable ? "billable" : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The lines: a table where there is room, two lines of text each on a phone. */
export function BillLines({ content }: { content: BillContent }) {
  const { lines } = content;
  if (lines.length === 0) {
    return (
      <Panel title="Lines">
        <p className="text-ink-muted">No lines yet. Edit the bill to say what it is for.</p>
      </Panel>
    );
  }
  const hasItems = lines.some((line) => line.kind === "item");
  const hasClasses = lines.some((line) => line.class);
  const hasCustomers = lines.some((line) => line.customer);
  const total = addAmounts(lines.map((line) => line.amount));
  const cards = (
    <ul aria-label="Lines" className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="flex items-baseline justify-between gap-4 px-4 py-3">
          <div className="min-w-0">
            <p className="break-words font-medium text-ink">{targetOf(line) ?? "Not coded yet"}</p>
            <p className="break-words text-ink-muted text-sm">{detailOf(line)}</p>
          </div>
          <Money amount={line.amount} className="shrink-0 font-medium" />
        </li>
      ))}
    </ul>
  );
  const columns = 1 + (hasItems ? 2 : 0) + (hasClasses ? 1 : 0) + (hasCustomers ? 1 : 0);
  return (
    <Panel title={lines.length === 1 ? "1 line" : `${lines.length} lines`} flush>
      <Table caption="Lines of the bill" cards={cards}>
        <TableHead>
          <HeaderCell>{hasItems ? "Account or item" : "Account"}</HeaderCell>
          {hasCustomers ? <HeaderCell>Customer:job</HeaderCell> : null}
          {hasClasses ? <HeaderCell>Class</HeaderCell> : null}
          {hasItems ? (
            <>
              <HeaderCell numeric>Quantity</HeaderCell>
              <HeaderCell numeric>Cost</HeaderCell>
            </>
          ) : null}
          <HeaderCell numeric>Amount</HeaderCell>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.id} className="[&>td]:whitespace-normal [&>td]:py-2">
              <Cell className="font-medium">
                {targetOf(line) ?? <span className="text-danger-ink">Not coded yet</span>}
                {line.description ? <p className="font-normal text-ink-muted">{line.description}</p> : null}
              </Cell>
              {hasCustomers ? (
                <Cell muted>
                  {line.customer?.name}
                  {line.billable ? <p className="text-ink-faint">Billable</p> : null}
                </Cell>
              ) : null}
              {hasClasses ? <Cell muted>{line.class?.name}</Cell> : null}
              {hasItems ? (
                <>
                  <Cell numeric muted>
                    {line.quantity}
                  </Cell>
                  <Cell numeric muted>
                    {line.cost ? costText(line.cost) : null}
                  </Cell>
                </>
              ) : null}
              <Cell numeric>
                <Money amount={line.amount} />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
        <TableFoot>
          <tr>
            <Cell colSpan={columns}>Total</Cell>
            <Cell numeric>{moneyText(total, content.currency)}</Cell>
          </tr>
        </TableFoot>
      </Table>
    </Panel>
  );
}
