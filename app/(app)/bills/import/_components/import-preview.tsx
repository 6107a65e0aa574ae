"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useState } from "react";
import { moneyText } from "@/app/_components/money";
import { ActionBar } from "@/app/_ui/action-bar";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Switch } from "@/app/_ui/switch";
import type { ImportPreview as Preview } from "@/lib/import/import-bills";
import { PreviewTable } from "./preview-table";

type ImportPreviewProps = {
  name: string;
  preview: Preview;
  entering: boolean;
  onEnter: () => void;
  onCancel: () => void;
};

const count = (number: number, noun: string) =>
  `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

/** "12 of 14 bills can be entered, $34,100.00; 2 have faults". */
function summaryOf({ bills, ready, sum }: Preview): string {
  const faulty = bills.length - ready;
  if (faulty === 0) return `${count(ready, "bill")} can be entered, ${moneyText(sum)}`;
  if (ready === 0)
    return bills.length === 1 ? "The bill has faults" : `All ${bills.length} bills have faults`;
  return `${ready} of ${count(bills.length, "bill")} can be entered, ${moneyText(sum)}; ${faulty} ${faulty === 1 ? "has" : "have"} faults`;
}

/** What a file would enter, bill by bill, and what keeps the others out. */
export function ImportPreview({ name, preview, entering, onEnter, onCancel }: ImportPreviewProps) {
  const [onlyFaults, setOnlyFaults] = useState(false);
  const { bills, unknown, ready, entered } = preview;
  const faulty = bills.filter(({ faults }) => faults.length > 0);
  const isAgain = entered === bills.length;
  return (
    <>
      {isAgain ? (
        <Alert tone="amber" live title={`The bills of ${name} are entered already`}>
          Every one of them has the vendor and the number of a bill that is there. Nothing is left to enter.
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
          {ready > 0 ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
          ) : (
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-ink" />
          )}
          <p className="min-w-0 text-ink">
            <span className="font-medium">{summaryOf(preview)}</span>
            <span className="break-all text-ink-muted"> · {name}</span>
          </p>
        </div>
        {faulty.length > 0 && faulty.length < bills.length ? (
          <Switch label="Only with faults" checked={onlyFaults} onCheckedChange={setOnlyFaults} />
        ) : null}
      </div>
      <PreviewTable bills={onlyFaults ? faulty : bills} />
      <ActionBar label="Enter the bills" className="md:justify-end">
        <Button variant="ghost" onClick={onCancel} disabled={entering}>
          Take another file
        </Button>
        {ready > 0 ? (
          <Button variant="primary" pending={entering} onClick={onEnter}>
            Enter {count(ready, "bill")}
          </Button>
        ) : null}
      </ActionBar>
    </>
  );
}
