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

/**
 * Whose approval is given, by themselves or by their stand-in. A stand-in has approved as well: asked
 * later by another route, they could not sign once more.
 */
const coveredBy = (signatures: readonly Signed[]): Set<string> =>
  new Set(
    signatures
      .filter((s) => s.verdict === "approved")
      .flatMap(({ userId, forUserId }) => (forUserId ? [userId, forUserId] : [userId])),
  );

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

/**
 * Who stands in for an approver now. Not whoever has signed already, nor whoever is still asked
 * themselves: one person's approval would count for two.
 */
function standInFor(
  approverId: string,
  step: StepInForce,
  steps: readonly StepInForce[],
  signatures: readonly Signed[],
): string | undefined {
  const standIn = step.standIns[approverId];
  if (!standIn || signatures.some(({ userId }) => userId === standIn)) return undefined;
  const covered = coveredBy(signatures);
  return steps.some((each) => each.approverIds.includes(standIn) && !isMet(each, covered))
    ? undefined
    : standIn;
}

export interface Awaited {
  userId: string;
  /** The absent approver in whose place they are asked. */
  forUserId: string | null;
}

/** Whom the bill waits for now: each approver, or whoever stands in for them today and has not signed. */
export function waitingFor(steps: readonly StepInForce[], signatures: readonly Signed[]): Awaited[] {
  const covered = coveredBy(signatures);
  return openSteps(steps, signatures).flatMap((step) =>
    step.approverIds
      .filter((id) => !covered.has(id))
      .map((id) => {
        const standIn = standInFor(id, step, steps, signatures);
        return standIn ? { userId: standIn, forUserId: id } : { userId: id, forUserId: null };
      }),
  );
}

/** Where among the open steps this person may sign: for themselves first, else for somebody who is away. */
function placeOf(
  userId: string,
  { steps, signatures }: Pick<Decision, "steps" | "signatures">,
): { step: StepInForce; forUserId: string | null } | undefined {
  const covered = coveredBy(signatures);
  const open = openSteps(steps, signatures);
  const own = open.find((step) => step.approverIds.includes(userId));
  if (own) return { step: own, forUserId: null };
  for (const step of open) {
    const away = step.approverIds.find(
      (id) => !covered.has(id) && standInFor(id, step, steps, signatures) === userId,
    );
    if (away) return { step, forUserId: away };
  }
  return undefined;
}

/** Why somebody without a place among the open steps may not sign: not asked, not yet, or not any more. */
function whyNoPlace(userId: string, { steps, signatures }: Decision): ErrorCode {
  const covered = coveredBy(signatures);
  const places = steps.flatMap((step) =>
    step.approverIds
      .filter((id) => id === userId || step.standIns[id] === userId)
      .map((id) => !isMet(step, covered) && !covered.has(id)),
  );
  if (places.length === 0) return "not-asked";
  return places.some((isOpen) => isOpen) ? "not-your-turn" : "not-needed";
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
  const place = placeOf(d.actor.userId, d);
  if (!place) {
    if (!d.override) return refuse(whyNoPlace(d.actor.userId, d));
    if (!d.actor.isAdmin) return refuse("not-asked");
    if (!d.settings.adminsMayOverrideWorkflow) return refuse("override-off");
    const outcome = d.verdict === "approve" ? "approved" : "rejected";
    const step = openSteps(d.steps, d.signatures)[0]?.step ?? 0;
    return { ok: true, step, forUserId: null, isOverride: true, outcome };
  }
  const { step, forUserId } = place;
  const given = { ok: true, step: step.step, forUserId, isOverride: false } as const;
  if (d.verdict === "reject") return { ...given, outcome: "rejected" };
  const signature = { userId: d.actor.userId, forUserId, verdict: "approved" as const };
  const isLast = openSteps(d.steps, [...d.signatures, signature]).length === 0;
  return { ...given, outcome: isLast ? "approved" : "pending" };
}
