import { CircleAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { CheckResult } from "@/lib/bills/check-result";

/** One thing a check found, and beneath it the ways out. */
export function CheckItem({ check, children }: { check: CheckResult; children?: ReactNode }) {
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
        {children}
      </div>
    </li>
  );
}
