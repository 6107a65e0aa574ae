import { Badge } from "@/app/_ui/badge";
import type { ComparedField } from "@/lib/bills/compare-bills";
import { ComparedTable } from "./compared-table";

/** What was approved beside what QuickBooks has now. */
export function ComparedFields({ fields, differs }: { fields: ComparedField[]; differs: boolean }) {
  if (fields.length === 0) return null;
  return (
    <details open={differs}>
      <summary className="flex w-fit items-center gap-2 rounded-sm font-medium text-ink text-sm">
        As approved and in QuickBooks now
        <Badge tone={differs ? "amber" : "neutral"}>{differs ? "Differs" : "Same"}</Badge>
      </summary>
      <div className="mt-2">
        <ComparedTable
          caption="As approved and in QuickBooks now"
          before="As approved"
          after="In QuickBooks now"
          groups={[{ key: "all", fields }]}
        />
      </div>
    </details>
  );
}
