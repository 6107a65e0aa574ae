import { CircleAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { BillStateBadge } from "@/app/_components/bill-state-badge";
import { Day } from "@/app/_components/day";
import { Money } from "@/app/_components/money";
import type { CheckResult } from "@/lib/bills/check-result";

/** One thing a check found, and beneath it the ways out. */
export function CheckItem({ check, children }: { check: CheckResult; children?: ReactNode }) {
  const { other } = check;
  const isError = check.level === "error";
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <li className="flex items-start gap-2 text-ink">
      <Icon
        aria-label={isError ? "Error:" : "Warning:"}
        role="img"
        className={`mt-0.5 size-4 shrink-0 ${isError ? "text-danger-ink" : "text-warning-ink"}`}
      />
      <div className="min-w-0 flex-1">
        <p className="break-words">{check.message}</p>
        {other ? (
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-muted text-sm">
            <span className="min-w-0 break-words font-medium text-ink">
              {other.vendor} · {other.invoiceNumber || "no number"}
            </span>
            <Day day={other.billDate} />
            <Money amount={other.amount} sign currency={other.currency} />
            <BillStateBadge state={other.state} />
          </p>
        ) : null}
        {children}
      </div>
    </li>
  );
}
