"use client";

import { CircleDollarSign } from "lucide-react";
import { BillStateBadge } from "@/app/_components/bill-state-badge";
import { Day } from "@/app/_components/day";
import { Money, moneyText } from "@/app/_components/money";
import { SyncIcon } from "@/app/_components/sync-icon";
import { Badge } from "@/app/_ui/badge";
import { Cell, RowLink } from "@/app/_ui/table";
import { Tooltip } from "@/app/_ui/tooltip";
import type { BillRow } from "@/lib/bills/bill-list-views";
import { type ColumnName, invoiceOf, isOverdue, vendorOf } from "./columns";

/** A due date; red and said to be late once it is past. */
export function DueDay({ row, today }: { row: BillRow; today: string }) {
  if (!isOverdue(row, today)) return <Day day={row.dueDate} />;
  return (
    <span className="text-danger-ink">
      <Day day={row.dueDate} />
      <span className="sr-only"> (overdue)</span>
    </span>
  );
}

/** "Ann Approver", "Ann Approver and Bob Boss", "Ann Approver and 2 others". */
export function WaitingFor({ row }: { row: BillRow }) {
  const [first, ...others] = row.waitingFor;
  if (!first) return <span className="text-ink-faint">–</span>;
  const rest =
    others.length === 1 ? ` and ${others[0]}` : others.length > 1 ? ` and ${others.length} others` : "";
  return (
    <span title={row.waitingFor.join(", ")}>
      {row.waitsForMe ? <span className="font-medium text-ink">you</span> : first}
      {row.waitsForMe && row.waitingFor.length > 1
        ? ` and ${row.waitingFor.length - 1} other${row.waitingFor.length > 2 ? "s" : ""}`
        : row.waitsForMe
          ? ""
          : rest}
    </span>
  );
}

/** Said where a payment of the bill waits for QuickBooks. */
export function Paying({ row }: { row: BillRow }) {
  if (row.paying === null) return null;
  const words = `A payment of ${moneyText(row.paying, row.currency)} waits to sync to QuickBooks`;
  return (
    <Tooltip content={words}>
      <span
        role="img"
        aria-label={words}
        className="relative z-1 mr-1.5 inline-flex align-middle text-accent-ink"
      >
        <CircleDollarSign aria-hidden="true" className="size-4" />
      </span>
    </Tooltip>
  );
}

type BillCellProps = { column: ColumnName; row: BillRow; today: string; mayRequeue: boolean };

/** One cell of a list of bills. */
export function BillCell({ column, row, today, mayRequeue }: BillCellProps) {
  switch (column) {
    case "vendor":
      return (
        <Cell>
          <RowLink href={`/bills/${row.id}`}>{vendorOf(row)}</RowLink>
          {row.isImported ? <Badge className="ml-2">From QuickBooks</Badge> : null}
        </Cell>
      );
    case "invoice":
      return (
        <Cell>
          <span className="flex items-center gap-1">
            <span className={row.invoiceNumber ? "truncate" : "text-ink-faint"}>{invoiceOf(row)}</span>
            <SyncIcon
              billId={row.id}
              sync={row.sync}
              changed={row.changedInQuickBooks}
              mayRequeue={mayRequeue}
            />
          </span>
        </Cell>
      );
    case "companyFile":
      return (
        <Cell muted>
          <span className="block max-w-44 truncate" title={row.companyFile}>
            {row.companyFile}
          </span>
        </Cell>
      );
    case "date":
      return (
        <Cell muted className="tabular whitespace-nowrap">
          <Day day={row.billDate} />
        </Cell>
      );
    case "due":
      return (
        <Cell muted className="tabular whitespace-nowrap">
          <DueDay row={row} today={today} />
        </Cell>
      );
    case "waitingFor":
      return (
        <Cell muted>
          <WaitingFor row={row} />
        </Cell>
      );
    case "enteredBy":
      return <Cell muted>{row.enteredBy}</Cell>;
    case "state":
      return (
        <Cell>
          <BillStateBadge state={row.state} />
        </Cell>
      );
    case "open":
      return (
        <Cell numeric muted>
          <Paying row={row} />
          {row.openAmount === null ? (
            <span className="text-ink-faint">–</span>
          ) : (
            <Money amount={row.openAmount} currency={row.currency} />
          )}
        </Cell>
      );
    case "amount":
      return (
        <Cell numeric>
          <Money amount={row.amount} currency={row.currency} />
        </Cell>
      );
  }
}
