import type { Db, Tx } from "@/db/client";
import type { CommandContext } from "@/lib/access/command";
import { isSameRoute, plannedRoute } from "@/lib/approvals/plan-reroute";
import { type Routing, reaches } from "@/lib/approvals/workflow";
import { askable, rerouteBills } from "@/lib/bills/reroute-bills";
import { getRoutedBills, type RoutedBill } from "@/lib/bills/routing-facts";
import { getRouting } from "@/lib/orgs/workflow-store";

/** Who has the authority for a bill by these people's limits. */
const withAuthority = ({ facts }: RoutedBill, { people }: Routing): Set<string> =>
  new Set(people.filter((person) => reaches(person, facts.amount)).map(({ userId }) => userId));

/**
 * The bills in approval that a change of people or settings concerns: they would be routed otherwise, or ask
 * somebody who may not be asked any more, or whose limit does not reach the amount any more. Others keep
 * their route, though a workflow that was saved and not applied to active bills would give another one.
 */
export async function billsConcerned(
  tx: Tx | Db,
  orgId: string,
  before: Routing,
  after: Routing,
): Promise<string[]> {
  const bills = await getRoutedBills(tx, orgId);
  return bills
    .filter((bill) => {
      const able = askable(bill, after);
      const [had, has] = [withAuthority(bill, before), withAuthority(bill, after)];
      return (
        bill.route.some(({ userId }) => !able.has(userId) || (had.has(userId) && !has.has(userId))) ||
        !isSameRoute(plannedRoute(bill.facts, before), plannedRoute(bill.facts, after))
      );
    })
    .map(({ id }) => id);
}

/**
 * Routes the bills anew that a change of people or settings concerns. The change is made already.
 * @param cause why, as the bill's history says it
 * @param before by what bills were routed until the change
 */
export async function rerouteFor(context: CommandContext, cause: string, before: Routing): Promise<void> {
  const { tx, actor } = context;
  const after = await getRouting(tx, actor.orgId);
  const concerned = await billsConcerned(tx, actor.orgId, before, after);
  if (concerned.length > 0) await rerouteBills(context, cause, concerned);
}
