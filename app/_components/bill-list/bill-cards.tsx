"use client";

import { BillStateBadge } from "@/app/_components/bill-state-badge";
import { moneyText } from "@/app/_components/money";
import { SyncIcon } from "@/app/_components/sync-icon";
import { Badge } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { Checkbox } from "@/app/_ui/checkbox";
import type { BillRow } from "@/lib/bills/bill-list-views";
import type { Tab } from "@/lib/bills/bill-states";
import { DueDay, Paying, WaitingFor } from "./bill-cell";
import { invoiceOf, vendorOf } from "./columns";

type BillCardsProps = {
  tab: Tab;
  label: string;
  rows: BillRow[];
  totals: { label: string; amount: string };
  today: string;
  showsCompanyFile: boolean;
  mayRequeue: boolean;
  /** Where bills are chosen to be approved together. */
  choosing: { isChosen: (row: BillRow) => boolean; toggle: (row: BillRow) => void } | null;
};

/** The list on a phone: two lines a bill, the whole card opens it. */
export function BillCards(props: BillCardsProps) {
  const { tab, label, rows, totals, today, showsCompanyFile, mayRequeue, choosing } = props;
  return (
    <>
      <CardList label={label}>
        {rows.map((row) => (
          <CardRow
            key={row.id}
            href={`/bills/${row.id}`}
            title={vendorOf(row)}
            selected={choosing?.isChosen(row) ?? false}
            leading={
              choosing ? (
                <Checkbox
                  aria-label={`Choose ${vendorOf(row)} ${invoiceOf(row)}`}
                  checked={choosing.isChosen(row)}
                  onChange={() => choosing.toggle(row)}
                />
              ) : null
            }
            value={moneyText(row.amount, row.currency)}
            detail={
              <>
                {invoiceOf(row)}
                {row.dueDate ? (
                  <>
                    {" · due "}
                    <DueDay row={row} today={today} />
                  </>
                ) : null}
              </>
            }
            status={
              <>
                {showsCompanyFile ? <Badge>{row.companyFile}</Badge> : null}
                {row.isImported ? <Badge>From QuickBooks</Badge> : null}
                {tab === "archive" ? <BillStateBadge state={row.state} /> : null}
                {tab === "approvals" ? <WaitingFor row={row} /> : null}
                <Paying row={row} />
                <SyncIcon
                  billId={row.id}
                  sync={row.sync}
                  changed={row.changedInQuickBooks}
                  mayRequeue={mayRequeue}
                  className="z-1"
                />
              </>
            }
          />
        ))}
      </CardList>
      <p className="tabular mt-3 flex justify-between px-4 text-ink-muted text-sm">
        <span>{totals.label}</span>
        <span className="font-medium text-ink">{moneyText(totals.amount)}</span>
      </p>
    </>
  );
}
