import type { Db, Tx } from "@/db/client";
import type { CommandContext } from "@/lib/access/command";
import { isMetBy, isSameRoute, nextRoute, type Place } from "@/lib/approvals/plan-reroute";
import { canBeAsked, type Routing, routeBill } from "@/lib/approvals/workflow";
import { getRouting } from "@/lib/orgs/workflow-store";
import { enqueueBill } from "./enqueue-bill";
import { getRoutedBills, type RoutedBill } from "./routing-facts";
import { getRevision, lockBill, moveBill, saveRoute } from "./store";

/** What another workflow, or other people, would do to a bill in approval. */
export interface Reroute {
  bill: RoutedBill;
  places: Place[];
  /** Every signature that the new route asks for is there: the bill would be approved. */
  isApproved: boolean;
  /** Nobody could be asked: the bill would keep the route it has. */
  isNobody: boolean;
}

/** Who could be asked about this bill, by their ids: the rest may not be left in its route, added by hand or not. */
export const askable = ({ facts }: Pick<RoutedBill, "facts">, routing: Routing): Set<string> =>
  new Set(routing.people.filter((person) => canBeAsked(person, facts, routing)).map(({ userId }) => userId));

/** The bills in approval whose route would be another one, or those of them that are named. */
export async function planReroutes(
  tx: Tx | Db,
  orgId: string,
  routing: Routing,
  billIds?: readonly string[],
): Promise<Reroute[]> {
  const bills = await getRoutedBills(tx, orgId, billIds);
  return bills.flatMap((bill) => {
    const routed = routeBill(bill.facts, routing);
    const able = askable(bill, routing);
    const places = nextRoute(
      routed,
      bill.route.filter(({ userId }) => able.has(userId)),
    );
    if (isSameRoute(places, bill.route)) return [];
    const isNobody = routed.length === 0;
    return [{ bill, places, isNobody, isApproved: !isNobody && isMetBy(places, bill.signatures) }];
  });
}

/**
 * Asks whom the workflow asks now: for the bills in approval, or those of them that are named. The
 * signatures of people who are still asked count on; a bill that has all it needs is approved.
 * @param cause why, as the bill's history says it: "the approval workflow was changed"
 * @returns how many bills were routed anew, and how many of them are approved by it
 */
export async function rerouteBills(
  context: CommandContext,
  cause: string,
  billIds?: readonly string[],
): Promise<{ rerouted: number; approved: number }> {
  const { tx, actor, now, record } = context;
  const routing = await getRouting(tx, actor.orgId);
  const names = new Map(routing.people.map(({ userId, name }) => [userId, name]));
  const planned = await planReroutes(tx, actor.orgId, routing, billIds);
  let rerouted = 0;
  let approved = 0;
  for (const { id } of planned.map(({ bill }) => bill)) {
    // Locked first: a signature that is given at this moment is seen, or waits for this route.
    const bill = await lockBill(tx, actor.orgId, id);
    const [plan] = await planReroutes(tx, actor.orgId, routing, [id]);
    if (!plan || plan.isNobody) continue;
    await saveRoute(tx, bill, plan.places);
    rerouted += 1;
    const approvers = plan.places.map(({ userId }) => names.get(userId) ?? userId);
    await record("bill.rerouted", id, { round: bill.round, cause, approvers });
    if (!plan.isApproved) continue;
    approved += 1;
    const revision = await getRevision(tx, bill);
    const moved = await moveBill(tx, bill, "approve", now);
    await record("bill.approved", id, { round: bill.round, revision: revision.number });
    await enqueueBill(context, moved);
  }
  return { rerouted, approved };
}
