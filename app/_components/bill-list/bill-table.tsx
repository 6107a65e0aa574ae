"use client";

import { useRouter } from "next/navigation";
import { startTransition, useOptimistic, useRef, useState } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { useBulkApproval } from "@/app/_components/approve/bulk-approval";
import { totalText } from "@/app/_components/approve/vendor-totals";
import { moneyText } from "@/app/_components/money";
import { PayButton } from "@/app/_components/pay/pay-button";
import { useKeys } from "@/app/_components/use-keys";
import { ActionBar } from "@/app/_ui/action-bar";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { Cell, HeaderCell, Table, TableFoot, TableHead, TableRow } from "@/app/_ui/table";
import { toast } from "@/app/_ui/toast";
import type { BillRow } from "@/lib/bills/bill-list-views";
import type { Tab } from "@/lib/bills/bill-states";
import { BillCards } from "./bill-cards";
import { BillCell } from "./bill-cell";
import { columnsOf, invoiceOf, vendorOf, whyNotPayable } from "./columns";

export type SortLink = { href: string; direction: "ascending" | "descending" | null };

type BillTableProps = {
  tab: Tab;
  caption: string;
  rows: BillRow[];
  sorts: Record<string, SortLink>;
  totals: { label: string; amount: string; open: string };
  /** The server's day, so that both sides agree on what is late. */
  today: string;
  /** Bills of several company files stand in this list. */
  showsCompanyFile: boolean;
  mayRequeue: boolean;
  mayEdit: boolean;
  mayPay: boolean;
  /** The person may be asked for verdicts: bills in approval are chosen to be approved together. */
  mayApprove: boolean;
  approve: (input: { billId: string; version: number }) => Promise<FormState<unknown>>;
};

/** A tab's bills: a dense table for the keyboard, cards on a phone. */
export function BillTable(props: BillTableProps) {
  const { tab, rows, sorts, totals, today, mayRequeue } = props;
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState<string | null>(null);
  // With the version that was on the screen when it was chosen: the list follows the bills by itself.
  const [selected, setSelected] = useState<ReadonlyMap<string, number>>(new Map());
  // Gone from the list at once; back by itself, with the reason told, when the server refuses.
  const [gone, hide] = useOptimistic<ReadonlySet<string>, string>(
    new Set(),
    (before, id) => new Set([...before, id]),
  );
  const shown = rows.filter(({ id }) => !gone.has(id));
  const paysChosen = tab === "payables" && props.mayPay;
  const approvesChosen = tab === "approvals" && props.mayApprove;
  const bulk = useBulkApproval();
  // Bills are chosen here to be paid: one that cannot be is not to be chosen, not even by an old tick.
  const whyNot = (row: BillRow) => (paysChosen ? whyNotPayable(row) : null);
  const isChosen = (row: BillRow) => selected.has(row.id) && whyNot(row) === null;
  const chosen = shown.filter(isChosen);
  const columns = columnsOf(tab, props.showsCompanyFile);
  const at = shown.findIndex(({ id }) => id === active);
  const current = shown[at];

  const stand = (index: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (!row) return;
    setActive(row.id);
    const link = body.current?.querySelector<HTMLElement>(`[data-bill="${row.id}"] [data-row-link]`);
    link?.focus();
    link?.closest("tr")?.scrollIntoView({ block: "nearest" });
  };
  const toggle = ({ id, version }: BillRow) =>
    setSelected((before) => {
      const next = new Map(before);
      if (!next.delete(id)) next.set(id, version);
      return next;
    });
  const clear = () => setSelected(new Map());
  const choosable = shown.filter((row) => whyNot(row) === null);
  const chooseAll = () => {
    const others = choosable
      .filter((row) => !selected.has(row.id))
      .map(({ id, version }) => [id, version] as const);
    setSelected((before) => (chosen.length < choosable.length ? new Map([...before, ...others]) : new Map()));
  };
  const approveChosen = () =>
    bulk.open(
      chosen.map(({ id, version }) => ({ billId: id, version: selected.get(id) ?? version })),
      clear,
    );
  const approve = (row: BillRow) =>
    startTransition(async () => {
      hide(row.id);
      const outcome = await props.approve({ billId: row.id, version: row.version });
      if (outcome.ok)
        toast.success(`Approved ${vendorOf(row)} ${invoiceOf(row)}`, {
          description: moneyText(row.amount, row.currency),
        });
      else toast.error(`${invoiceOf(row)} was not approved`, { description: outcome.error ?? "" });
    });

  useKeys({
    j: () => stand(at + 1),
    k: () => stand(at < 0 ? 0 : at - 1),
    x: current && whyNot(current) === null ? () => toggle(current) : undefined,
    Enter: current && (() => router.push(`/bills/${current.id}`)),
    a:
      approvesChosen && chosen.length > 0
        ? approveChosen
        : current?.waitsForMe
          ? () => approve(current)
          : undefined,
    r: current?.waitsForMe ? () => router.push(`/bills/${current.id}?reject=1`) : undefined,
    e:
      current && props.mayEdit && tab !== "payables"
        ? () => router.push(`/bills/${current.id}/edit`)
        : undefined,
  });

  return (
    <>
      <Table
        caption={props.caption}
        cards={
          <BillCards
            tab={tab}
            rows={shown}
            label={props.caption}
            totals={totals}
            today={today}
            showsCompanyFile={props.showsCompanyFile}
            mayRequeue={mayRequeue}
            choosing={approvesChosen ? { isChosen, toggle } : null}
          />
        }
      >
        <TableHead>
          <HeaderCell className="w-8 pr-0">
            <Checkbox
              aria-label="Choose all bills of this page"
              checked={chosen.length > 0 && chosen.length === choosable.length}
              indeterminate={chosen.length > 0 && chosen.length < choosable.length}
              disabled={choosable.length === 0}
              onChange={chooseAll}
            />
          </HeaderCell>
          {columns.map(({ name, label, numeric, sort }) => (
            <HeaderCell
              key={name}
              {...(numeric ? { numeric } : {})}
              {...(sort && sorts[sort] ? { sort: sorts[sort] } : {})}
            >
              {label}
            </HeaderCell>
          ))}
        </TableHead>
        <tbody ref={body} className="[&>tr:last-child>*]:border-b-0">
          {shown.map((row) => (
            <TableRow
              key={row.id}
              data-bill={row.id}
              selected={isChosen(row)}
              active={row.id === active}
              onFocus={() => setActive(row.id)}
            >
              <Cell className="w-8 pr-0">
                <Checkbox
                  aria-label={`Choose ${vendorOf(row)} ${invoiceOf(row)}`}
                  checked={isChosen(row)}
                  disabled={whyNot(row) !== null}
                  title={whyNot(row) ?? undefined}
                  onChange={() => toggle(row)}
                />
              </Cell>
              {columns.map(({ name }) => (
                <BillCell key={name} column={name} row={row} today={today} mayRequeue={mayRequeue} />
              ))}
            </TableRow>
          ))}
        </tbody>
        <TableFoot>
          <tr>
            <Cell colSpan={columns.length - (tab === "payables" ? 1 : 0)}>{totals.label}</Cell>
            {tab === "payables" ? <Cell numeric>{moneyText(totals.open)}</Cell> : null}
            <Cell numeric>{moneyText(totals.amount)}</Cell>
          </tr>
        </TableFoot>
      </Table>
      {chosen.length > 0 ? (
        <ActionBar label="Chosen bills" summary={`${chosen.length} chosen, ${totalText(chosen)} in all`}>
          <Button onClick={clear}>Clear</Button>
          {paysChosen ? <PayChosen rows={chosen} onPaid={clear} /> : null}
          {approvesChosen ? (
            <Button variant="primary" aria-keyshortcuts="a" pending={bulk.pending} onClick={approveChosen}>
              Approve {chosen.length}
            </Button>
          ) : null}
        </ActionBar>
      ) : null}
    </>
  );
}

/** Pays the chosen bills in one payment, where they are one vendor's. */
function PayChosen({ rows, onPaid }: { rows: BillRow[]; onPaid: () => void }) {
  const isOneVendor = new Set(rows.map(({ vendor }) => vendor?.id)).size === 1;
  if (!isOneVendor)
    return <span className="text-ink-muted text-sm">One vendor's bills can be paid together</span>;
  return (
    <PayButton variant="primary" billIds={rows.map(({ id }) => id)} onPaid={onPaid}>
      {rows.length === 1 ? "Mark as paid" : `Mark ${rows.length} as paid`}
    </PayButton>
  );
}
