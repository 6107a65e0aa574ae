import type { ErrorCode } from "@/lib/core/errors";

export interface StepInForce {
  step: number;
  /** Steps of one stage are open at the same time. */
  stage: number;
  need: "any" | "all";
  approverIds: string[];
  /** Who may sign today for an approver who is away, by the approver's id. */
  standIns: Record<string, string>;
}

export interface GivenSignature {
  userId: string;
  /** The absent approver for whom a stand-in signed. */
  forUserId: string | null;
  verdict: "approved" | "rejected";
  isOverride: boolean;
}

export interface Decision {
  state: string;
  /** The steps of this round, by number. */
  steps: StepInForce[];
  /** The verdicts of this round. */
  signatures: GivenSignature[];
  enteredBy: string | null;
  actor: { userId: string; isAdmin: boolean };
  settings: { mayApproveOwnBills: boolean; adminsMayOverrideWorkflow: boolean };
  verdict: "approve" | "reject";
  /** An Admin's explicit wish to step over the workflow. */
  override: boolean;
}

export type Outcome =
  | {
      ok: true;
      step: number;
      /** The absent approver for whom this is given; null when it is the actor's own. */
      forUserId: string | null;
      isOverride: boolean;
      outcome: "approved" | "pending" | "rejected";
    }
  | { ok: false; code: ErrorCode };

type Signed = Pick<GivenSignature, "userId" | "forUserId" | "verdict">;

/** Whose approval is given, by themselves or by their stand-in. */
const coveredBy = (signatures: readonly Signed[]): Set<string> =>
  new Set(signatures.filter((s) => s.verdict === "approved").map((s) => s.forUserId ?? s.userId));

const isMet = (step: StepInForce, covered: Set<string>): boolean =>
  step.need === "all"
    ? step.approverIds.every((id) => covered.has(id))
    : step.approverIds.some((id) => covered.has(id));

/** The steps that are asked now: of the first stage that is not met, those that are not. Empty when all are. */
export function openSteps(steps: readonly StepInForce[], signatures: readonly Signed[]): StepInForce[] {
  const covered = coveredBy(signatures);
  const unmet = steps.filter((step) => !isMet(step, covered));
  const stage = Math.min(...unmet.map((step) => step.stage));
  return unmet.filter((step) => step.stage === stage).sort((a, b) => a.step - b.step);
}

export interface Awaited {
  userId: string;
  /** The absent approver in whose place they are asked. */
  forUserId: string | null;
}

/** Whom the bill waits for now: each approver, or whoever stands in for them today and has not signed. */
export function waitingFor(steps: readonly StepInForce[], signatures: readonly Signed[]): Awaited[] {
  const covered = coveredBy(signatures);
  const signed = new Set(signatures.map((s) => s.userId));
  return openSteps(steps, signatures).flatMap(({ approverIds, standIns }) =>
    approverIds
      .filter((id) => !covered.has(id))
      .map((id) => {
        const standIn = standIns[id];
        return standIn && !signed.has(standIn)
          ? { userId: standIn, forUserId: id }
          : { userId: id, forUserId: null };
      }),
  );
}

/** Where among the open steps this person may sign: for themselves first, else for somebody who is away. */
function placeOf(
  userId: string,
  open: StepInForce[],
  covered: Set<string>,
): { step: StepInForce; forUserId: string | null } | undefined {
  const own = open.find((step) => step.approverIds.includes(userId));
  if (own) return { step: own, forUserId: null };
  for (const step of open) {
    const away = step.approverIds.find((id) => !covered.has(id) && step.standIns[id] === userId);
    if (away) return { step, forUserId: away };
  }
  return undefined;
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
  const covered = coveredBy(d.signatures);
  const open = openSteps(d.steps, d.signatures);
  const place = placeOf(d.actor.userId, open, covered);
  if (!place) {
    const isAsked = d.steps.some(
      ({ approverIds, standIns }) =>
        approverIds.includes(d.actor.userId) ||
        approverIds.some((id) => !covered.has(id) && standIns[id] === d.actor.userId),
    );
    if (!d.override) return refuse(isAsked ? "not-your-turn" : "not-asked");
    if (!d.actor.isAdmin) return refuse("not-asked");
    if (!d.settings.adminsMayOverrideWorkflow) return refuse("override-off");
    const outcome = d.verdict === "approve" ? "approved" : "rejected";
    return { ok: true, step: open[0]?.step ?? 0, forUserId: null, isOverride: true, outcome };
  }
  const { step, forUserId } = place;
  const given = { ok: true, step: step.step, forUserId, isOverride: false } as const;
  if (d.verdict === "reject") return { ...given, outcome: "rejected" };
  const signature = { userId: d.actor.userId, forUserId, verdict: "approved" as const };
  const isLast = openSteps(d.steps, [...d.signatures, signature]).length === 0;
  return { ...given, outcome: isLast ? "approved" : "pending" };
}
