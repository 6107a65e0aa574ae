import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Panel } from "@/app/_ui/panel";
import type { BillView } from "@/lib/bills/bill-views";

/** What QuickBooks would refuse, before it is asked. Nothing to say about a bill that is settled. */
export function ChecksPanel({ bill }: { bill: BillView }) {
  if (!["draft", "in_approval", "rejected"].includes(bill.state) && bill.checks.length === 0) return null;
  return (
    <Panel title="Checks">
      {bill.checks.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-muted">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
          Nothing stands against it
        </p>
      ) : (
        <ul className="flex flex-col gap-2">
          {bill.checks.map(({ level, field, message }) => (
            <li key={`${field} ${message}`} className="flex items-start gap-2 text-ink">
              {level === "error" ? (
                <CircleAlert
                  aria-label="Error:"
                  role="img"
                  className="mt-0.5 size-4 shrink-0 text-danger-ink"
                />
              ) : (
                <TriangleAlert
                  aria-label="Warning:"
                  role="img"
                  className="mt-0.5 size-4 shrink-0 text-warning-ink"
                />
              )}
              <span className="min-w-0 break-words">{message}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
