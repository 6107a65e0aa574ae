"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Stepper } from "@/app/_ui/stepper";
import type { ConnectionView } from "@/lib/quickbooks/connections/connection-views";

type Progress = Pick<ConnectionView, "id" | "firstContactAt" | "recognisedAt" | "lastRunEndedAt">;

/**
 * What to do at the QuickBooks computer. The steps tick themselves as the Web Connector calls: its first
 * call proves that the file was added and the password is right.
 */
export function ConnectSteps({ connection }: { connection: Progress }) {
  const [downloaded, setDownloaded] = useState(false);
  const { firstContactAt, recognisedAt, lastRunEndedAt } = connection;
  const hasCalled = firstContactAt !== null;
  const done = [
    downloaded || hasCalled,
    hasCalled,
    hasCalled,
    recognisedAt !== null,
    lastRunEndedAt !== null,
  ];
  const current = done.indexOf(false);
  const stateOf = (index: number) => (done[index] ? "done" : index === current ? "current" : "upcoming");
  return (
    <Stepper
      label="Connect the company file"
      layout="column"
      steps={[
        {
          id: "download",
          title: "Download the connection file on the QuickBooks computer",
          detail: (
            <Button asChild size="sm" className="mt-1.5" onClick={() => setDownloaded(true)}>
              <a href={`/api/qbwc/${connection.id}/file`} download>
                <Download aria-hidden="true" />
                Download the .qwc file
              </a>
            </Button>
          ),
          state: stateOf(0),
        },
        {
          id: "open",
          title: "Open it in the Web Connector",
          detail:
            "First open the company file in QuickBooks as its Admin, in single-user mode. Double-click the .qwc file, choose OK, then “Yes, always; allow access even if QuickBooks is not running” and Continue.",
          state: stateOf(1),
        },
        {
          id: "password",
          title: "Paste the password, tick the box, choose Update Selected",
          detail:
            "In the Web Connector's list, paste the password beside this connection and press Enter; answer Yes to keep it. Tick Auto-Run so that it runs by itself.",
          state: stateOf(2),
        },
        {
          id: "recognised",
          title: "QuickBooks opens the company file",
          detail: "Countersign notes which file it is, and will never write into another.",
          state: stateOf(3),
        },
        {
          id: "finished",
          title: "The first run ends",
          detail: "It reads your vendors, accounts, items, classes, customers and terms, and the open bills.",
          state: stateOf(4),
        },
      ]}
    />
  );
}
