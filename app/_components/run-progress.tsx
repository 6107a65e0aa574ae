import { Progress } from "@/app/_ui/progress";

type RunProgressProps = {
  /** 0 to 100. */
  percent: number;
  /** "Vendors, page 3". */
  step: string;
};

/** How far a run has come: its words, its figure, its bar. The size stays the same whatever it says. */
export function RunProgress({ percent, step }: RunProgressProps) {
  return (
    <div>
      <p className="mb-1 flex justify-between gap-3 text-ink-muted text-xs">
        <span className="truncate">{step}</span>
        <span className="tabular">{percent}%</span>
      </p>
      <Progress label={`Sync: ${step}`} value={percent} />
    </div>
  );
}
