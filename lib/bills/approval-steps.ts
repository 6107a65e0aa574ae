import { currentStep } from "@/lib/approvals/decide";
import type { SignatureView } from "./bill-record-views";
import { stepsInForce } from "./steps-in-force";

export interface ApproverView {
  userId: string;
  name: string;
  /** Why this person is asked: the rule's name, or above whose limit the amount is. */
  reason: string;
  /** waiting: it is their turn · upcoming: an earlier step is open · spared: the step is met without them. */
  status: "approved" | "rejected" | "waiting" | "upcoming" | "spared";
  signature: SignatureView | null;
}

export interface StepView {
  number: number;
  need: "any" | "all";
  state: "done" | "current" | "upcoming" | "refused";
  approvers: ApproverView[];
}

interface Asked {
  step: number;
  need: "any" | "all";
  userId: string;
  name: string;
  reason: string;
}

/** The steps of a round as people see them: who has signed, who is asked now, who comes later. */
export function approvalSteps(state: string, route: Asked[], signatures: SignatureView[]): StepView[] {
  const steps = stepsInForce(route).sort((a, b) => a.step - b.step);
  const open = state === "in_approval" ? currentStep(steps, signatures) : undefined;
  const signed = new Map(signatures.map((signature) => [signature.userId, signature]));
  return steps.map(({ step, need, approverIds }) => {
    const given = approverIds.flatMap((id) => signed.get(id) ?? []);
    const isRefused = given.some(({ verdict }) => verdict === "rejected");
    const isOver = state !== "in_approval" || (open !== undefined && step < open.step) || open === undefined;
    const stepState = isRefused
      ? "refused"
      : open?.step === step
        ? "current"
        : isOver && state !== "rejected"
          ? "done"
          : given.length > 0 && currentStep([{ step, need, approverIds }], given) === undefined
            ? "done"
            : "upcoming";
    return {
      number: step,
      need,
      state: stepState,
      approvers: route
        .filter((asked) => asked.step === step)
        .map(({ userId, name, reason }): ApproverView => {
          const signature = signed.get(userId) ?? null;
          const status = signature?.verdict ?? statusOfUnsigned(stepState);
          return { userId, name, reason, status, signature };
        }),
    };
  });
}

const statusOfUnsigned = (step: StepView["state"]): ApproverView["status"] =>
  step === "current" ? "waiting" : step === "upcoming" ? "upcoming" : "spared";
