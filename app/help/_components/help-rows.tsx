import { Badge } from "@/app/_ui/badge";
import type { HelpRow } from "@/lib/quickbooks/sync-views/code-tables";

const isCode = (heading: string): boolean => /^(\d|0x|QBWC)/.test(heading);

/** Errors, each with what it means, what Countersign does, what to do and who can. Each is a place that links lead to. */
export function HelpRows({ rows }: { rows: readonly HelpRow[] }) {
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map((row) => (
        <div
          key={row.anchor}
          id={row.anchor}
          className="grid scroll-mt-24 gap-x-5 gap-y-1 px-4 py-3 target:bg-selected has-[:target]:bg-selected md:grid-cols-[9rem_1fr]"
        >
          <dt className="text-ink text-sm">
            {row.anchors?.map((anchor) => (
              <span key={anchor} id={anchor} className="scroll-mt-24" />
            ))}
            <span className={isCode(row.heading) ? "break-words font-mono" : "font-medium"}>
              {row.heading}
            </span>
          </dt>
          <dd className="min-w-0 text-sm">
            <p className="text-ink">{row.meaning}</p>
            {row.handled ? <p className="mt-1 text-ink-muted">{row.handled}</p> : null}
            <p className="mt-1 text-ink">
              <span className="text-ink-faint">To do: </span>
              {row.fix}
            </p>
            <p className="mt-1.5 flex flex-wrap gap-1.5">
              <Badge>{row.who}</Badge>
              {row.attempt ? <Badge>{row.attempt}</Badge> : null}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
