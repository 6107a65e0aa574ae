import type { Actor } from "@/lib/access/actor";
import { type Decision, decide, type Outcome } from "@/lib/approvals/decide";
import { type AskedApprover, stepsInForce } from "@/lib/approvals/steps-in-force";

/** What a verdict on a bill is decided from: the command reads it locked, the page as it stands. */
export interface VerdictFacts {
  state: string;
  authorIds: string[];
  route: AskedApprover[];
  signatures: Decision["signatures"];
  settings: Decision["settings"];
}

/** Whether this actor may give this verdict now: asked by the commands and by whoever draws the buttons. */
export function decideVerdict(
  actor: Actor,
  facts: VerdictFacts,
  wish: { verdict: "approve" | "reject"; override: boolean },
): Outcome {
  return decide({
    state: facts.state,
    steps: stepsInForce(facts.route),
    signatures: facts.signatures,
    authorIds: facts.authorIds,
    actor: { userId: actor.userId, isAdmin: actor.roles.includes("admin") },
    settings: facts.settings,
    ...wish,
  });
}
