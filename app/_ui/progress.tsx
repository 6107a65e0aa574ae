import { cn } from "@/app/_ui/cn";

const fills = {
  neutral: "bg-ink-faint",
  blue: "bg-accent",
  green: "bg-success",
  red: "bg-danger",
  amber: "bg-warning",
};

type ProgressProps = {
  label: string;
  /** 0 to 100; null while the amount of work is not known. */
  value: number | null;
  tone?: keyof typeof fills;
  /** Shows the label and the figure above the bar. */
  showLabel?: boolean;
  className?: string;
};

/** How far something has come. */
export function Progress({ label, value, tone = "blue", showLabel, className }: ProgressProps) {
  const percent = value === null ? null : Math.min(100, Math.max(0, value));
  return (
    <div className={className}>
      {showLabel ? (
        <div className="mb-1 flex justify-between gap-3 text-ink-muted text-xs">
          <span>{label}</span>
          {percent === null ? null : <span className="tabular">{percent}%</span>}
        </div>
      ) : null}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cn(
            "h-full rounded-full transition-[width] duration-300",
            fills[tone],
            percent === null && "animate-shimmer",
          )}
          style={{ width: `${percent ?? 40}%` }}
        />
      </div>
    </div>
  );
}
