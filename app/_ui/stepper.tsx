import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type StepState = "done" | "current" | "upcoming" | "refused";
type Step = { id: string; title: ReactNode; detail?: ReactNode; state: StepState };

const said: Record<StepState, string> = {
  done: "done",
  current: "now",
  upcoming: "to come",
  refused: "refused",
};

const marks: Record<StepState, string> = {
  done: "border-solid bg-solid text-on-solid",
  current: "border-accent bg-accent-soft text-accent-ink ring-2 ring-accent-soft",
  upcoming: "border-line-control bg-surface text-ink-muted",
  refused: "border-danger bg-danger text-on-danger",
};

type StepperProps = { label: string; steps: readonly Step[]; layout?: "row" | "column"; className?: string };

/** Steps in order and how far they have come. A column on a phone, whatever the layout. */
export function Stepper({ label, steps, layout = "row", className }: StepperProps) {
  const row = layout === "row";
  return (
    <ol aria-label={label} className={cn("flex flex-col", row && "md:flex-row", className)}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          aria-current={step.state === "current" ? "step" : undefined}
          className={cn(
            "group relative flex min-w-0 gap-3 pb-5 last:pb-0",
            row && "md:flex-1 md:flex-col md:gap-2 md:pr-4 md:pb-0",
          )}
        >
          <span
            aria-hidden="true"
            className={cn(
              "absolute top-6 bottom-0 left-3 w-px group-last:hidden",
              row && "md:top-3 md:right-0 md:bottom-auto md:left-6 md:h-px md:w-auto",
              step.state === "done" ? "bg-solid" : "bg-line-strong",
            )}
          />
          <span
            aria-hidden="true"
            className={cn(
              "tabular relative z-1 grid size-6 shrink-0 place-items-center rounded-full border font-medium text-2xs [&_svg]:size-3.5",
              marks[step.state],
            )}
          >
            {step.state === "done" ? (
              <Check strokeWidth={2.5} />
            ) : step.state === "refused" ? (
              <X strokeWidth={2.5} />
            ) : (
              index + 1
            )}
          </span>
          <div className="min-w-0 flex-1 pt-0.5 md:pt-0">
            <p
              className={cn("text-sm", step.state === "upcoming" ? "text-ink-muted" : "font-medium text-ink")}
            >
              {step.title}
              <span className="sr-only">, {said[step.state]}</span>
            </p>
            {step.detail ? <p className="text-ink-muted text-xs">{step.detail}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
