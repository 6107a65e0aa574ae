import { CircleAlert, CircleCheck, CirclePause } from "lucide-react";
import type { PreviewBill } from "@/lib/import/preview-import";

/** Whether a bill of a file is going to be entered. */
export function StateMark({ bill, isTicked }: { bill: PreviewBill; isTicked: boolean }) {
  if (bill.state === "faulty")
    return <CircleAlert role="img" aria-label="Has faults" className="size-4 text-danger-ink" />;
  if (bill.state === "held-back" && !isTicked)
    return <CirclePause role="img" aria-label="Held back" className="size-4 text-warning-ink" />;
  return <CircleCheck role="img" aria-label="Can be entered" className="size-4 text-accent-ink" />;
}
