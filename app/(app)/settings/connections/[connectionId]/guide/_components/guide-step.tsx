import { Check, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { TextLink } from "@/app/_ui/text-link";
import type { GuideProblem } from "@/lib/quickbooks/sync-views/guide-view";
import type { StepState } from "./step-state";

const SAID: Record<StepState, string> = {
  done: "done",
  current: "now",
  upcoming: "to come",
  refused: "something went wrong",
};

const MARKS: Record<StepState, string> = {
  done: "border-solid bg-solid text-on-solid",
  current: "border-accent bg-accent-soft text-accent-ink ring-2 ring-accent-soft",
  upcoming: "border-line-control bg-surface text-ink-muted",
  refused: "border-danger bg-danger text-on-danger",
};

type GuideStepProps = {
  id: string;
  number: number;
  title: string;
  state: StepState;
  problem: GuideProblem | null;
  /** What the service has seen of it. */
  seen?: ReactNode;
  picture?: ReactNode;
  children: ReactNode;
};

/** One step of the guide: what to do, what it looks like there, and whether the service has seen it. */
export function GuideStep({ id, number, title, state, problem, seen, picture, children }: GuideStepProps) {
  return (
    <li
      id={id}
      aria-current={state === "current" ? "step" : undefined}
      className="scroll-mt-4 rounded-lg border border-line bg-surface p-4 md:p-5"
    >
      <div className="flex items-center gap-x-3 gap-y-1 max-md:flex-wrap">
        <span
          aria-hidden="true"
          className={cn(
            "tabular grid size-6 shrink-0 place-items-center rounded-full border font-medium text-2xs [&_svg]:size-3.5",
            MARKS[state],
          )}
        >
          {state === "done" ? <Check strokeWidth={2.5} /> : state === "refused" ? <CircleAlert /> : number}
        </span>
        <h2 className="min-w-0 font-semibold text-base text-ink max-md:flex-1">
          {title}
          <span className="sr-only">, {SAID[state]}</span>
        </h2>
        {seen ? (
          <span className="ml-auto min-w-0 truncate text-right text-ink-muted text-xs max-md:basis-full max-md:pl-9 max-md:text-left">
            {seen}
          </span>
        ) : null}
      </div>
      {problem ? (
        <div
          role="alert"
          className="mt-3 rounded-md border border-danger-line bg-danger-soft px-3.5 py-3 md:ml-9"
        >
          <p className="font-medium text-danger-ink">{problem.title}</p>
          {problem.message ? <p className="mt-0.5 text-ink-muted text-sm">{problem.message}</p> : null}
          <p className="mt-1 text-ink text-sm">{problem.fix}</p>
          {problem.code && problem.helpHref ? (
            <TextLink href={problem.helpHref} className="mt-1 inline-block text-sm">
              What {problem.code} means
            </TextLink>
          ) : null}
        </div>
      ) : null}
      <div
        className={cn(
          "mt-3 grid items-start gap-4 md:ml-9",
          picture ? "xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] xl:gap-6" : "",
        )}
      >
        <div className="flex min-w-0 flex-col gap-2.5 text-ink-muted text-sm">{children}</div>
        {picture ? <div className="flex min-w-0 max-w-md flex-col gap-4">{picture}</div> : null}
      </div>
    </li>
  );
}
