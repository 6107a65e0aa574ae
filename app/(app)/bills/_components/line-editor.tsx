"use client";

import { Plus } from "lucide-react";
import { moneyText } from "@/app/_components/money";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import { Kbd } from "@/app/_ui/kbd";
import { Panel } from "@/app/_ui/panel";
import { compareAmounts } from "@/lib/core/money";
import type { PickLists } from "@/lib/ledger/ledger-views";
import { CodingNote } from "./coding-note";
import { linesTotal, remainingOf } from "./form-bill";
import { LineRow, lineGrid } from "./line-row";
import type { MayCreate } from "./may-create";
import type { BillFormState } from "./use-bill-form";

type LineEditorProps = {
  form: BillFormState;
  connectionId: string;
  lists: PickLists;
  usesClasses: boolean;
  mayCreate: MayCreate;
};

/** The lines, and whether they add up to the bill. They are entered by keyboard alone: line-keys.ts. */
export function LineEditor({ form, connectionId, lists, usesClasses, mayCreate }: LineEditorProps) {
  const { bill, failure } = form;
  const currency = bill.vendor?.currency ?? null;
  const remaining = remainingOf(bill);
  const addsUp = remaining !== null && compareAmounts(remaining, "0") === 0;

  return (
    <Panel
      title="Lines"
      flush
      actions={
        <span className="text-ink-faint text-xs max-md:hidden">
          <Kbd>Enter</Kbd> goes on, at the end to a new line · <Kbd>Ctrl D</Kbd> copies · <Kbd>Alt ↑ ↓</Kbd>{" "}
          moves · <Kbd>Ctrl ⌫</Kbd> removes
        </span>
      }
    >
      <CodingNote form={form} />
      {failure.fields.lines ? (
        <div className="p-3">
          <Alert tone="red" title={failure.fields.lines.join(" ")} live />
        </div>
      ) : null}
      <div
        aria-hidden="true"
        className={cn(
          "hidden border-line border-b bg-sunken px-3 py-1.5 font-medium text-ink-muted text-xs",
          lineGrid(usesClasses),
        )}
      >
        <span>Account or item</span>
        <span>Description</span>
        <span className="text-right">Quantity</span>
        <span className="text-right">Cost</span>
        <span className="text-right">Amount</span>
        {usesClasses ? <span>Class</span> : null}
        <span>Customer:job</span>
        <span className="text-center">Billable</span>
        <span />
      </div>
      <div aria-busy={form.coding.isAsking}>
        {bill.lines.map((line, index) => (
          <LineRow
            key={line.key}
            line={line}
            number={index + 1}
            connectionId={connectionId}
            lists={lists}
            usesClasses={usesClasses}
            mayCreate={mayCreate}
            errors={failure.fields}
            changeLine={form.changeLine}
            removeLine={form.removeLine}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-line border-t bg-sunken px-3 py-2.5">
        <div className="flex gap-2 max-md:w-full max-md:[&>*]:flex-1">
          <Button size="sm" onClick={() => form.addLine("expense")}>
            <Plus aria-hidden="true" />
            Expense line
          </Button>
          <Button size="sm" onClick={() => form.addLine("item")}>
            <Plus aria-hidden="true" />
            Item line
          </Button>
        </div>
        <p className="tabular text-ink-muted text-sm" aria-live="polite">
          Lines add up to{" "}
          <span className="font-medium text-ink">{moneyText(linesTotal(bill.lines), currency)}</span>
          {remaining === null ? null : addsUp ? (
            <span className="text-success-ink"> · nothing remaining</span>
          ) : (
            <>
              {" · "}
              <span className="font-medium text-danger-ink">
                {remaining.startsWith("-")
                  ? `${moneyText(remaining.slice(1), currency)} too much`
                  : `${moneyText(remaining, currency)} remaining`}
              </span>
            </>
          )}
        </p>
      </div>
    </Panel>
  );
}
