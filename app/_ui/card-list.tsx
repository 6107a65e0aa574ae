import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";

/** What a table becomes on a phone: pass it as `cards` of a Table. */
export function CardList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {children}
    </ul>
  );
}

type CardRowProps = {
  href: string;
  title: ReactNode;
  /** At the right of the title: the amount. */
  value?: ReactNode;
  /** Second line, muted. */
  detail?: ReactNode;
  /** At the right of the second line: a badge, a date. */
  status?: ReactNode;
  /** Before it all, above the link: a checkbox. */
  leading?: ReactNode;
  /** Under it all, above the link: buttons for one thumb. */
  actions?: ReactNode;
  selected?: boolean;
};

/** One record in two lines; touching it anywhere opens it. */
export function CardRow({ href, title, value, detail, status, leading, actions, selected }: CardRowProps) {
  return (
    <li
      className={cn("relative flex items-start gap-1 px-4 py-3 active:bg-hover", selected && "bg-selected")}
    >
      {leading ? <div className="relative z-1 -my-1 -ml-3">{leading}</div> : null}
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <Link
            href={href}
            className="min-w-0 truncate font-medium text-base text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
          >
            {title}
          </Link>
          {value ? <span className="tabular shrink-0 font-medium text-base">{value}</span> : null}
        </div>
        {detail || status ? (
          <div className="mt-1 flex items-center justify-between gap-3 text-ink-muted text-sm">
            <span className="min-w-0 truncate">{detail}</span>
            {status ? <span className="flex shrink-0 items-center gap-2">{status}</span> : null}
          </div>
        ) : null}
        {actions ? <div className="relative z-1 mt-3 flex gap-2 [&>*]:flex-1">{actions}</div> : null}
      </div>
    </li>
  );
}
