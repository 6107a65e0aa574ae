import { openSteps, standInFor } from "@/lib/approvals/decide";
import { stepsInForce } from "@/lib/approvals/steps-in-force";
import type { RouteView, SignatureView } from "./bill-record-views";

export interface ApproverView {
  userId: string;
  name: string;
  /** Why this person is asked: the rule's name, or above whose limit the amount is. */
  reason: string;
  /** waiting: it is their turn · upcoming: an earlier step is open · spared: the step is met without them. */
  status: "approved" | "rejected" | "waiting" | "upcoming" | "spared";
  signature: SignatureView | null;
  /** The last day on which they are away (YYYY-MM-DD); null when they are there. */
  awayUntil: string | null;
  /** Who may sign for them, as the bill stands: null also while they are away and nobody may. */
  standIn: { userId: string; name: string } | null;
  /** Who added them to this bill by hand, by name. */
  addedBy: string | null;
}

export interface StepView {
  number: number;
  /** Steps of one stage are asked at the same time. */
  stage: number;
  need: "any" | "all";
  state: "done" | "current" | "upcoming" | "refused";
  approvers: ApproverView[];
}

/** The steps of a round as people see them: who has signed, who is asked now, who comes later. */
export function approvalSteps(state: string, route: RouteView[], signatures: SignatureView[]): StepView[] {
  const steps = stepsInForce(route).sort((a, b) => a.step - b.step);
  const open = state === "in_approval" ? openSteps(steps, signatures) : [];
  const openStage = open[0]?.stage;
  // A stand-in's own place is met as well; whoever signed for themselves comes last, and stands.
  const byPlace = [...signatures].sort((a, b) => Number(a.forUserId === null) - Number(b.forUserId === null));
  const signed = new Map(
    byPlace.flatMap((signature) =>
      [signature.userId, signature.forUserId].flatMap((id) => (id ? [[id, signature] as const] : [])),
    ),
  );
  return steps.map((inForce) => {
    const { step, stage, need, approverIds } = inForce;
    const given = approverIds.flatMap((id) => signed.get(id) ?? []);
    const isRefused = given.some(({ verdict }) => verdict === "rejected");
    const isMet = openSteps([inForce], given).length === 0;
    const isOver = openStage === undefined || stage < openStage || (stage === openStage && isMet);
    const stepState = isRefused
      ? "refused"
      : open.some((each) => each.step === step)
        ? "current"
        : isOver && state !== "rejected"
          ? "done"
          : isMet
            ? "done"
            : "upcoming";
    return {
      number: step,
      stage,
      need,
      state: stepState,
      approvers: route
        .filter((asked) => asked.step === step)
        .map(({ userId, name, reason, standInName, awayUntil, addedBy }): ApproverView => {
          const signature = signed.get(userId) ?? null;
          const status = signature?.verdict ?? statusOfUnsigned(stepState);
          const standInId = standInFor(userId, inForce, signatures);
          const standIn = standInId ? { userId: standInId, name: standInName ?? "" } : null;
          return { userId, name, reason, status, signature, awayUntil, standIn, addedBy };
        }),
    };
  });
}

const statusOfUnsigned = (step: StepView["state"]): ApproverView["status"] =>
  step === "current" ? "waiting" : step === "upcoming" ? "upcoming" : "spared";
