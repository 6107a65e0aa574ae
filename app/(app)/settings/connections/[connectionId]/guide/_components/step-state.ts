import { GUIDE_STEPS, type GuideStep, type GuideView } from "@/lib/quickbooks/sync-views/guide-view";

export type StepState = "done" | "current" | "upcoming" | "refused";

/** Where a step that the service watches stands. */
export function stateOf({ done, problem }: Pick<GuideView, "done" | "problem">, step: GuideStep): StepState {
  if (problem?.step === step) return "refused";
  if (done[step]) return "done";
  return GUIDE_STEPS.find((each) => !done[each]) === step ? "current" : "upcoming";
}
