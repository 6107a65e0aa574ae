"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useState } from "react";
import { moneyText } from "@/app/_components/money";
import { ActionBar } from "@/app/_ui/action-bar";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Switch } from "@/app/_ui/switch";
import { addAmounts } from "@/lib/core/money";
import type { ImportPreview as Preview, PreviewBill } from "@/lib/import/preview-import";
import { hasRemarks } from "./bill-remarks";
import { PreviewTable } from "./preview-table";

type ImportPreviewProps = {
  name: string;
  preview: Preview;
  /** Those of the bills held back that are to be entered all the same. */
  ticked: readonly PreviewBill[];
  onTick: (bill: PreviewBill) => void;
  entering: boolean;
  onEnter: () => void;
  onCancel: () => void;
};

const count = (number: number, noun: string) =>
  `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

const are = (number: number) => (number === 1 ? "is" : "are");

/** "12 of 14 bills can be entered, $34,100.00; 1 is held back; 1 has faults". */
function summaryOf({ bills, sum }: Preview, chosen: number, heldBack: number): string {
  const faulty = bills.length - chosen - heldBack;
  const all = bills.length === 1 ? "The bill" : `All ${bills.length} bills`;
  if (chosen === bills.length) return `${count(chosen, "bill")} can be entered, ${moneyText(sum)}`;
  if (faulty === bills.length) return `${all} ${faulty === 1 ? "has" : "have"} faults`;
  if (heldBack === bills.length) return `${all} ${are(heldBack)} held back`;
  return [
    `${chosen} of ${count(bills.length, "bill")} can be entered${chosen > 0 ? `, ${moneyText(sum)}` : ""}`,
    ...(heldBack > 0 ? [`${heldBack} ${are(heldBack)} held back`] : []),
    ...(faulty > 0 ? [`${faulty} ${faulty === 1 ? "has" : "have"} faults`] : []),
  ].join("; ");
}

/** What a file would enter, bill by bill, and what keeps the others out. */
export function ImportPreview({
  name,
  preview,
  ticked,
  onTick,
  entering,
  onEnter,
  onCancel,
}: ImportPreviewProps) {
  const [onlyRemarks, setOnlyRemarks] = useState(false);
  const { bills, unknown, entered } = preview;
  const remarkable = bills.filter(hasRemarks);
  const heldBack = bills.filter(({ state }) => state === "held-back");
  const chosen = preview.ready + ticked.length;
  const sum = addAmounts([preview.sum, ...ticked.map(({ amount }) => amount)]);
  const isAgain = entered === bills.length;
  return (
    <>
      {isAgain ? (
        <Alert
          tone="amber"
          live
          title={`The bills of ${name} ${heldBack.length === 0 ? "are" : "seem to be"} entered already`}
        >
          {heldBack.length === 0
            ? "Every one of them has the vendor and the number of a bill that is there. Nothing is left to enter."
            : "Every one of them has the vendor and the number of a bill that is there, or, without a number, its vendor, date and amount. Tick those that are other bills."}
        </Alert>
      ) : null}
      {unknown.length > 0 ? (
        <Alert
          tone="amber"
          title={`${unknown.length === 1 ? "One column is" : `${unknown.length} columns are`} not known and left out`}
        >
          {unknown.map((heading) => `“${heading}”`).join(", ")}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div role="status" className="flex min-w-0 items-start gap-2">
          {chosen > 0 ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
          ) : (
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-ink" />
          )}
          <p className="min-w-0 text-ink">
            <span className="font-medium">
              {summaryOf({ ...preview, sum }, chosen, heldBack.length - ticked.length)}
            </span>
            <span className="break-all text-ink-muted"> · {name}</span>
          </p>
        </div>
        {remarkable.length > 0 && remarkable.length < bills.length ? (
          <Switch label="Only with remarks" checked={onlyRemarks} onCheckedChange={setOnlyRemarks} />
        ) : null}
      </div>
      <PreviewTable bills={onlyRemarks ? remarkable : bills} ticked={ticked} onTick={onTick} />
      <ActionBar label="Enter the bills" className="md:justify-end">
        <Button variant="ghost" onClick={onCancel} disabled={entering}>
          Take another file
        </Button>
        {chosen > 0 ? (
          <Button variant="primary" pending={entering} onClick={onEnter}>
            Enter {count(chosen, "bill")}
          </Button>
        ) : null}
      </ActionBar>
    </>
  );
}
