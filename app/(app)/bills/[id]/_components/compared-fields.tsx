import { fieldText } from "@/app/_components/field-text";
import { Badge } from "@/app/_ui/badge";
import type { ComparedField } from "@/lib/bills/quickbooks-diff";

const shown = (field: string, text: string) => fieldText(field, text) || "–";

/** What was approved beside what QuickBooks has now; what differs is marked in words, not by colour alone. */
export function ComparedFields({ fields, differs }: { fields: ComparedField[]; differs: boolean }) {
  if (fields.length === 0) return null;
  return (
    <details open={differs}>
      <summary className="flex w-fit items-center gap-2 rounded-sm font-medium text-ink text-sm">
        As approved and in QuickBooks now
        <Badge tone={differs ? "amber" : "neutral"}>{differs ? "Differs" : "Same"}</Badge>
      </summary>
      <table className="mt-2 w-full table-fixed text-left text-xs">
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="w-1/4 py-1 pr-2 font-medium">
              Field
            </th>
            <th scope="col" className="py-1 pr-2 font-medium">
              As approved
            </th>
            <th scope="col" className="py-1 font-medium">
              In QuickBooks now
            </th>
          </tr>
        </thead>
        <tbody className="tabular">
          {fields.map(({ field, from, to, differs: isDifferent }) => (
            <tr key={`${field} ${from} ${to}`} className={isDifferent ? "bg-warning-soft" : undefined}>
              <th
                scope="row"
                className="break-words border-line border-t py-1.5 pr-2 align-top font-normal text-ink-muted"
              >
                {field}
                {isDifferent ? <span className="sr-only"> (differs)</span> : null}
              </th>
              <td className="break-words border-line border-t py-1.5 pr-2 align-top">{shown(field, from)}</td>
              <td
                className={`break-words border-line border-t py-1.5 align-top ${isDifferent ? "font-medium text-warning-ink" : ""}`}
              >
                {shown(field, to)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
