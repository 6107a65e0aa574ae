import type { ErrorCode } from "@/lib/core/errors";

export interface StepInForce {
  step: number;
  need: "any" | "all";
  approverIds: string[];
}

export interface Decision {
  state: string;
  /** The steps of this round, by number. */
  steps: StepInForce[];
  /** The verdicts of this round. */
  signatures: { userId: string; verdict: "approved" | "rejected"; isOverride: boolean }[];
  enteredBy: string | null;
  actor: { userId: string; isAdmin: boolean };
  settings: { mayApproveOwnBills: boolean; adminsMayOverrideWorkflow: boolean };
  verdict: "approve" | "reject";
  /** An Admin's explicit wish to step over the workflow. */
  override: boolean;
}

export type Outcome =
  | { ok: true; step: number; isOverride: boolean; outcome: "approved" | "pending" | "rejected" }
  | { ok: false; code: ErrorCode };

const isMet = (step: StepInForce, signed: Set<string>): boolean =>
  step.need === "all"
    ? step.approverIds.every((id) => signed.has(id))
    : step.approverIds.some((id) => signed.has(id));

/** The first step that still waits for somebody; undefined when all are met. */
export function currentStep(
  steps: StepInForce[],
  signatures: { userId: string; verdict: string }[],
): StepInForce | undefined {
  const signed = new Set(signatures.filter((s) => s.verdict === "approved").map((s) => s.userId));
  return [...steps].sort((a, b) => a.step - b.step).find((step) => !isMet(step, signed));
}

/** Whom the bill waits for now. */
export function waitingFor(
  steps: StepInForce[],
  signatures: { userId: string; verdict: string }[],
): string[] {
  const step = currentStep(steps, signatures);
  const signed = new Set(signatures.map((s) => s.userId));
  return step ? step.approverIds.filter((id) => !signed.has(id)) : [];
}

/**
 * Whether this person may give this verdict on this bill now, and what becomes of the bill. The same
 * answer draws the buttons and guards the commands.
 */
export function decide(d: Decision): Outcome {
  const refuse = (code: ErrorCode): Outcome => ({ ok: false, code });
  if (d.state !== "in_approval") return refuse("wrong-state");
  if (d.signatures.some((s) => s.userId === d.actor.userId)) return refuse("already-signed");
  if (!d.settings.mayApproveOwnBills && d.enteredBy === d.actor.userId && d.verdict === "approve") {
    return refuse("own-bill");
  }
  const current = currentStep(d.steps, d.signatures);
  const isAsked = d.steps.some((step) => step.approverIds.includes(d.actor.userId));
  const isTurn = current?.approverIds.includes(d.actor.userId) ?? false;
  const stepNumber = current?.step ?? 0;

  if (!isTurn) {
    if (!d.override) return refuse(isAsked ? "not-your-turn" : "not-asked");
    if (!d.actor.isAdmin) return refuse("not-asked");
    if (!d.settings.adminsMayOverrideWorkflow) return refuse("override-off");
    return {
      ok: true,
      step: stepNumber,
      isOverride: true,
      outcome: d.verdict === "approve" ? "approved" : "rejected",
    };
  }
  if (d.verdict === "reject") return { ok: true, step: stepNumber, isOverride: false, outcome: "rejected" };
  const after = [...d.signatures, { userId: d.actor.userId, verdict: "approved" as const }];
  return {
    ok: true,
    step: stepNumber,
    isOverride: false,
    outcome: currentStep(d.steps, after) === undefined ? "approved" : "pending",
  };
}
