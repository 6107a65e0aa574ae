import type { StepInForce } from "./decide";

/** Somebody who is asked to approve a bill in its present round. */
export interface AskedApprover {
  step: number;
  stage: number;
  need: "any" | "all";
  userId: string;
  /** Who may sign for them today; null when they are not away. */
  standInId: string | null;
}

/** Rows of a round's approvers, gathered into its steps. */
export function stepsInForce(rows: AskedApprover[]): StepInForce[] {
  const steps = new Map<number, StepInForce>();
  for (const { step: number, stage, need, userId, standInId } of rows) {
    const step = steps.get(number) ?? { step: number, stage, need, approverIds: [], standIns: {} };
    step.approverIds.push(userId);
    if (standInId) step.standIns[userId] = standInId;
    steps.set(number, step);
  }
  return [...steps.values()];
}
