"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DateInput } from "@/app/_ui/date-input";
import { Field } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";

const addressOf = (from: string, to: string, format: "pdf" | "csv") =>
  `/api/record?${new URLSearchParams({ from, to, format })}`;

/** Takes out the record of a period, as a document to read or as a table to work with. */
export function ExportRecord({ firstDay, today }: { firstDay: string; today: string }) {
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`);
  const [to, setTo] = useState(today);
  const fault = from > to ? "The last day comes before the first." : undefined;
  return (
    <Panel title="Take out a period" description="Every bill about which something happened in these days">
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3">
          <Field label="First day">
            <DateInput
              value={from}
              min={firstDay}
              max={today}
              onChange={(event) => setFrom(event.target.value)}
            />
          </Field>
          <Field label="Last day" error={fault}>
            <DateInput
              value={to}
              min={firstDay}
              max={today}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
        </div>
        {fault || !from || !to ? (
          <p className="text-ink-muted text-sm">Choose two days to take the record out.</p>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button asChild>
              <a href={addressOf(from, to, "pdf")} download>
                <Download aria-hidden="true" />
                PDF
              </a>
            </Button>
            <Button asChild>
              <a href={addressOf(from, to, "csv")} download>
                <Download aria-hidden="true" />
                CSV
              </a>
            </Button>
          </div>
        )}
        <p className="text-ink-muted text-xs">
          The PDF has each bill on its own sheets: what was approved, every signature, all that happened, and
          the hashes that prove it. The CSV has a row for each event. Both end with what changed in the
          settings. One bill alone is taken out on its own page. That the record was taken out is written into
          it.
        </p>
      </div>
    </Panel>
  );
}
