import type { BillFacts } from "./conditions";
import { type GivenSignature, openSteps, type StepInForce } from "./decide";
import { stepsInForce } from "./steps-in-force";
import { type RoutedStep, type Routing, routeBill } from "./workflow";

/** A place in a bill's route: who is asked in which step, and why. */
export interface Place {
  step: number;
  stage: number;
  need: "any" | "all";
  userId: string;
  reason: string;
  /** Whoever added this approver to the bill by hand; null where the workflow asks. */
  addedBy: string | null;
}

/** The places of a route that the workflow gives. */
export const placesOf = (steps: readonly RoutedStep[]): Place[] =>
  steps.flatMap(({ stage, need, approvers }, index) =>
    approvers.map((approver) => ({ step: index + 1, stage, need, addedBy: null, ...approver })),
  );

/** The places that the rules give a bill. */
export const plannedRoute = (bill: BillFacts, routing: Routing): Place[] =>
  placesOf(routeBill(bill, routing));

/**
 * The route that follows another one: whom the workflow asks now, and whoever was added by hand. They keep
 * their place, in the stage that they had or the last one. Where the workflow asks them in a place that
 * nobody else can sign in, that one is theirs: marked as added by hand, so that another route keeps them.
 */
export function nextRoute(routed: readonly RoutedStep[], current: readonly Place[]): Place[] {
  const places = placesOf(routed);
  const isForThemAlone = ({ need, step }: Place): boolean =>
    need === "all" || routed[step - 1]?.approvers.length === 1;
  const lastStage = Math.max(1, ...places.map(({ stage }) => stage));
  let step = routed.length;
  for (const added of current.filter(({ addedBy }) => addedBy !== null)) {
    const own = places.findIndex((place) => place.userId === added.userId && isForThemAlone(place));
    const asked = places[own];
    if (asked) {
      places[own] = { ...asked, reason: added.reason, addedBy: added.addedBy };
      continue;
    }
    step += 1;
    places.push({ ...added, need: "all", step, stage: Math.min(added.stage, lastStage) });
  }
  return places;
}

const keyOf = (places: readonly Place[]): string =>
  places
    .map(({ step, stage, need, userId, reason, addedBy }) =>
      [step, stage, need, userId, reason, addedBy].join("|"),
    )
    .sort()
    .join("\n");

export const isSameRoute = (a: readonly Place[], b: readonly Place[]): boolean => keyOf(a) === keyOf(b);

/** The steps of a route that is only planned: who stands in for whom counts once it is the bill's own. */
export const stepsOf = (places: readonly Place[]): StepInForce[] =>
  stepsInForce(places.map((place) => ({ ...place, standInId: null })));

/** Whether the signatures that a bill has are all that this route asks for. */
export const isMetBy = (places: readonly Place[], signatures: readonly GivenSignature[]): boolean =>
  openSteps(stepsOf(places), signatures).length === 0;
