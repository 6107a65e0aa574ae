import { type SQL, sql } from "drizzle-orm";
import { type Actor, seesEveryBill } from "@/lib/access/actor";
import { standInOf } from "@/lib/orgs/stand-ins";

/**
 * The bills an actor may see, as a condition on the alias `b`: the only place that builds it, so that
 * a list, a page and a neighbour are of one opinion. Another organisation's bill fits no condition.
 */
export function visibleTo(actor: Actor): SQL {
  const ofOrganisation = sql`b.org_id = ${actor.orgId}`;
  if (seesEveryBill(actor)) return ofOrganisation;
  return sql`${ofOrganisation} and (b.entered_by = ${actor.userId} or exists (
    select 1 from bill_approvers asked where asked.bill_id = b.id
      and (asked.user_id = ${actor.userId} or (asked.round = b.round and ${standInOf("b", "asked.user_id")} = ${actor.userId})))
    or exists (select 1 from bill_signatures given where given.bill_id = b.id and given.user_id = ${actor.userId})
    or exists (select 1 from bill_mentions named where named.bill_id = b.id and named.user_id = ${actor.userId}))`;
}

/** Whether the approver of this row has approved, or a stand-in for them. */
const IS_COVERED = (row: string): SQL => sql`exists (select 1 from bill_signatures given
  where given.bill_id = b.id and given.round = b.round and given.verdict = 'approved'
    and ${sql.raw(row)}.user_id in (given.user_id, given.for_user_id))`;

/** The steps of the present round that are not met yet. */
const UNMET = sql`(select p.step, p.stage from bill_approvers p where p.bill_id = b.id and p.round = b.round
  group by p.step, p.stage, p.need
  having case when p.need = 'all' then bool_or(not ${IS_COVERED("p")}) else bool_and(not ${IS_COVERED("p")}) end)`;

/**
 * The bills (alias `b`) on which this person may give a verdict now, whoever is away themselves included:
 * decide.ts's rule, said in SQL because a list must filter and count by it. waits-for.test.ts holds the two
 * together.
 */
export const waitsFor = (userId: string): SQL => sql`(b.state = 'in_approval'
  and not exists (select 1 from bill_signatures own
    where own.bill_id = b.id and own.round = b.round and own.user_id = ${userId})
  and exists (select 1 from bill_approvers me
    where me.bill_id = b.id and me.round = b.round and not ${IS_COVERED("me")}
      and (me.user_id = ${userId} or ${standInOf("b", "me.user_id")} = ${userId})
      and me.step in (select step from ${UNMET} unmet)
      and me.stage = (select min(stage) from ${UNMET} unmet)))`;

/** The order in which an approver works: what is due first, first. */
export const QUEUE_KEY = sql.raw("(coalesce(b.due_date, '9999-12-31'::date), b.created_at, b.id)");
