import { Badge } from "@/app/_ui/badge";
import type { StepView } from "@/lib/quickbooks/sync-views/read-run";
import { durationText } from "../../../_components/duration";

const SAID = {
  pending: { tone: "neutral", words: "To come" },
  started: { tone: "blue", words: "Now" },
  done: { tone: "neutral", words: "Done" },
} as const;

function Step({ step, isOver }: { step: StepView; isOver: boolean }) {
  // A run that ended in the middle leaves steps that nobody comes back to.
  const said =
    isOver && step.state !== "done" ? { tone: "amber" as const, words: "Not done" } : SAID[step.state];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5 px-4 py-2">
      <span className="min-w-0 text-sm">{step.label}</span>
      <span className="flex shrink-0 items-center gap-2 text-ink-muted text-xs">
        {step.isFull ? <span>everything</span> : null}
        {step.received > 0 ? (
          <span className="tabular">
            {step.received}
            {step.remaining ? ` of ${step.received + step.remaining}` : ""} read
          </span>
        ) : null}
        {step.durationMs === null || (isOver && step.state !== "done") ? null : (
          <span className="tabular">{durationText(step.durationMs)}</span>
        )}
        <Badge tone={said.tone}>{said.words}</Badge>
      </span>
    </li>
  );
}

/** The steps of a run in order, with what each read and how long it took. */
export function RunSteps({ steps, isOver }: { steps: readonly StepView[]; isOver: boolean }) {
  return (
    <ol className="divide-y divide-line">
      {steps.map((step) => (
        <Step key={step.position} step={step} isOver={isOver} />
      ))}
    </ol>
  );
}
