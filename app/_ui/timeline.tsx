import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

/** What happened, in order. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return <ol aria-label={label}>{children}</ol>;
}

const rings = {
  neutral: "border-line-strong bg-surface text-ink-muted",
  blue: "border-accent-line bg-accent-soft text-accent-ink",
  red: "border-danger-line bg-danger-soft text-danger-ink",
  green: "border-success-line bg-success-soft text-success-ink",
  amber: "border-warning-line bg-warning-soft text-warning-ink",
};

type TimelineItemProps = {
  icon: ReactNode;
  tone?: keyof typeof rings;
  title: ReactNode;
  /** When, as a <time> element or text. */
  time?: ReactNode;
  /** A note, a reason, what changed. */
  children?: ReactNode;
};

export function TimelineItem({ icon, tone = "neutral", title, time, children }: TimelineItemProps) {
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute top-7 bottom-0 left-3 w-px bg-line-strong group-last:hidden"
      />
      <span
        aria-hidden="true"
        className={cn(
          "grid size-6 shrink-0 place-items-center rounded-full border [&_svg]:size-3.5",
          rings[tone],
        )}
      >
        {icon}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="min-w-0 text-ink">{title}</p>
          {time ? <span className="shrink-0 text-ink-faint text-xs">{time}</span> : null}
        </div>
        {children ? <div className="mt-1 text-ink-muted">{children}</div> : null}
      </div>
    </li>
  );
}
