import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type DescriptionListProps = {
  items: readonly { term: string; value: ReactNode; numeric?: boolean; id?: string }[];
  /** "rows": term at the left of its value. "grid": term above its value, several beside each other. */
  layout?: "rows" | "grid";
  className?: string;
};

/** The facts of one record. An empty value shows as a dash. */
export function DescriptionList({ items, layout = "rows", className }: DescriptionListProps) {
  return (
    <dl
      className={cn(
        layout === "grid"
          ? "grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-4"
          : "divide-y divide-line",
        className,
      )}
    >
      {items.map(({ term, value, numeric, id }) => (
        <div
          key={term}
          id={id}
          className={cn(
            "scroll-mt-24 rounded-sm target:outline-2 target:outline-danger-line target:outline-offset-4",
            layout === "grid"
              ? "min-w-0"
              : "flex items-baseline justify-between gap-6 py-2 first:pt-0 last:pb-0",
          )}
        >
          <dt className={cn("shrink-0 text-ink-muted", layout === "grid" ? "mb-0.5 text-xs" : "text-sm")}>
            {term}
          </dt>
          <dd
            className={cn(
              "min-w-0 break-words text-ink",
              layout === "rows" && "text-right",
              numeric && "tabular",
            )}
          >
            {value === null || value === undefined || value === "" ? (
              <span className="text-ink-faint">
                <span aria-hidden="true">–</span>
                <span className="sr-only">none</span>
              </span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
