"use client";

import { Download } from "lucide-react";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { FileDrop } from "@/app/_ui/file-drop";
import { Link } from "@/app/_ui/link";
import { Spinner } from "@/app/_ui/spinner";
import { ImportPreview } from "./import-preview";
import { useImport } from "./use-import";

type ImportBillsFormProps = {
  connectionId: string;
  /** The first line of a file, for those who have none yet. */
  template: string;
};

const bills = (count: number) => `${count.toLocaleString("en-US")} ${count === 1 ? "bill" : "bills"}`;

/** Takes bills from a file: choose it, look at what it would enter, enter it. */
export function ImportBillsForm({ connectionId, template }: ImportBillsFormProps) {
  const { shown, error, reading, entering, choose, tick, enter, startOver } = useImport(connectionId);
  return (
    <div className="flex flex-col gap-4">
      {error ? <Alert tone="red" live title={error} /> : null}
      {shown?.kind === "entered" ? (
        <Alert
          tone="blue"
          live
          title={`${bills(shown.count)} from ${shown.name} ${shown.count === 1 ? "was" : "were"} entered`}
          action={
            <>
              <Button asChild size="sm" variant="primary">
                <Link href="/inbox">Go to the Inbox</Link>
              </Button>
              <Button size="sm" onClick={startOver}>
                Take another file
              </Button>
            </>
          }
        >
          They stand in the Inbox as drafts. Look them over, and submit them.
        </Alert>
      ) : null}
      {shown?.kind === "refused" ? (
        <Alert tone="red" live title={`${shown.name} cannot be read`}>
          {shown.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Alert>
      ) : null}
      {shown === null || shown.kind === "refused" ? (
        <>
          <div className="relative">
            <FileDrop
              label="Drop a CSV file here, or choose one"
              hint="One row for each line of a bill, with headings in the first row. Nothing is entered yet."
              accept=".csv,.txt,text/csv"
              disabled={reading}
              onFiles={([file]) => (file ? choose(file) : undefined)}
            />
            {reading ? (
              <span className="absolute inset-0 grid place-items-center rounded-lg bg-surface">
                <Spinner label="Reading the file" />
              </span>
            ) : null}
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-muted text-sm">
            <Button asChild size="sm">
              <a
                href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`}
                download="bills-to-import.csv"
              >
                <Download aria-hidden="true" />
                Download the template
              </a>
            </Button>
            <p className="min-w-0 flex-1 basis-72">
              Rows with the same vendor and invoice number are one bill. Names are those of QuickBooks,
              capitals aside; dates are 11/23/2026 or 2026-11-23.
            </p>
          </div>
        </>
      ) : null}
      {shown?.kind === "preview" ? (
        <ImportPreview
          name={shown.name}
          preview={shown.preview}
          ticked={shown.ticked}
          onTick={tick}
          entering={entering}
          onEnter={enter}
          onCancel={startOver}
        />
      ) : null}
    </div>
  );
}
