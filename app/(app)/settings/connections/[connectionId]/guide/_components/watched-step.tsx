import type { ReactNode } from "react";
import type { GuideView, GuideStep as StepName } from "@/lib/quickbooks/sync-views/guide-view";
import { GuideStep } from "./guide-step";
import { stateOf } from "./step-state";

type WatchedStepProps = {
  guide: GuideView;
  step: StepName;
  number: number;
  title: string;
  /** What the service has seen of it, once it is done. */
  seen: string | null;
  picture?: ReactNode;
  children: ReactNode;
};

/** A step that the service sees happen: done, now, to come, or gone wrong. */
export function WatchedStep({ guide, step, seen, ...props }: WatchedStepProps) {
  return (
    <GuideStep
      id={step}
      state={stateOf(guide, step)}
      problem={guide.problem?.step === step ? guide.problem : null}
      seen={guide.done[step] ? seen : null}
      {...props}
    />
  );
}
