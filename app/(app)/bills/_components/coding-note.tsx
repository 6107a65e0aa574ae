import { History } from "lucide-react";
import { dayText } from "@/app/_components/day";
import { Button } from "@/app/_ui/button";
import type { BillFormState } from "./use-bill-form";

/** Says where the lines that nobody entered come from, and takes them away with one click. */
export function CodingNote({ form: { bill, coding } }: { form: BillFormState }) {
  const { remembered, forget } = coding;
  if (!remembered) return null;
  const { vendor, billDate } = remembered;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-accent-soft px-3 py-1">
      <p role="status" className="flex min-w-0 items-center gap-2 text-ink text-sm">
        <History aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
        <span className="min-w-0">
          As on the last bill from {vendor}
          {billDate ? ` (${dayText(billDate, new Date().getFullYear())})` : ""}
          {bill.lines.length > 1 ? (
            <span className="text-ink-muted"> · lines left without an amount are not saved</span>
          ) : null}
        </span>
      </p>
      {bill.lines.some(({ isProposed }) => isProposed) ? (
        <Button size="sm" variant="ghost" onClick={forget}>
          Clear these lines
        </Button>
      ) : null}
    </div>
  );
}
