import type { StepInForce } from "@/lib/approvals/decide";

/** Rows of a round's approvers, gathered into its steps. */
export function stepsInForce(rows: { step: number; need: "any" | "all"; userId: string }[]): StepInForce[] {
  const steps = new Map<number, StepInForce>();
  for (const row of rows) {
    const step = steps.get(row.step) ?? { step: row.step, need: row.need, approverIds: [] };
    step.approverIds.push(row.userId);
    steps.set(row.step, step);
  }
  return [...steps.values()];
}
