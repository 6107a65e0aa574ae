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
  /** Whose bill it is: who entered it, and who made it what it is since. */
  authorIds: string[];
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
 * Whose approval is given, by themselves or by their stand-in. A stand-in has approved as well: they sign
 * once a round, and their signature meets their own places wherever those are.
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

/** Who stands in for an approver of a step now: not whoever has given their one verdict of the round already. */
export function standInFor(
  approverId: string,
  { standIns }: StepInForce,
  signatures: readonly Signed[],
): string | undefined {
  const standIn = standIns[approverId];
  return signatures.some(({ userId }) => userId === standIn) ? undefined : standIn;
}

interface PlaceToSign {
  step: number;
  /** The absent approver in whose place they sign; null when it is their own. */
  forUserId: string | null;
}

/**
 * Where among the open steps this person may sign. Their signature meets their own places in any case, so
 * it is given for somebody who is away where that meets more.
 */
function placeOf(
  userId: string,
  steps: readonly StepInForce[],
  signatures: readonly Signed[],
): PlaceToSign | undefined {
  const covered = coveredBy(signatures);
  const own = new Set([...covered, userId]);
  const open = openSteps(steps, signatures);
  for (const step of open.filter((each) => !isMet(each, own))) {
    const away = step.approverIds.find((id) => !own.has(id) && standInFor(id, step, signatures) === userId);
    if (away) return { step: step.step, forUserId: away };
  }
  const mine = covered.has(userId) ? undefined : open.find(({ approverIds }) => approverIds.includes(userId));
  return mine && { step: mine.step, forUserId: null };
}

/** Somebody for whom a bill waits, with the place in which they would sign. */
export interface Awaited extends PlaceToSign {
  userId: string;
}

/** Whom the bill waits for now, each person once: each approver, or whoever stands in for them now. */
export function waitingFor(steps: readonly StepInForce[], signatures: readonly Signed[]): Awaited[] {
  const covered = coveredBy(signatures);
  const asked = openSteps(steps, signatures).flatMap((step) =>
    step.approverIds.filter((id) => !covered.has(id)).map((id) => standInFor(id, step, signatures) ?? id),
  );
  return [...new Set(asked)].flatMap((userId) => {
    const place = placeOf(userId, steps, signatures);
    return place ? { userId, ...place } : [];
  });
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
  if (!d.settings.mayApproveOwnBills && d.authorIds.includes(d.actor.userId) && d.verdict === "approve") {
    return refuse("own-bill");
  }
  const place = placeOf(d.actor.userId, d.steps, d.signatures);
  if (!place) {
    if (!d.override) return refuse(whyNoPlace(d.actor.userId, d));
    if (!d.actor.isAdmin) return refuse("not-asked");
    if (!d.settings.adminsMayOverrideWorkflow) return refuse("override-off");
    const outcome = d.verdict === "approve" ? "approved" : "rejected";
    const step = openSteps(d.steps, d.signatures)[0]?.step ?? 0;
    return { ok: true, step, forUserId: null, isOverride: true, outcome };
  }
  const given = { ok: true, ...place, isOverride: false } as const;
  if (d.verdict === "reject") return { ...given, outcome: "rejected" };
  const signature = {
    ...{ userId: d.actor.userId, forUserId: place.forUserId },
    verdict: "approved" as const,
  };
  const isLast = openSteps(d.steps, [...d.signatures, signature]).length === 0;
  return { ...given, outcome: isLast ? "approved" : "pending" };
}
