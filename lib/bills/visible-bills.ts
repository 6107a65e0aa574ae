import { type SQL, sql } from "drizzle-orm";
import { type Actor, seesEveryBill } from "@/lib/access/actor";

/**
 * The bills an actor may see, as a condition on the alias `b`: the only place that builds it, so that
 * a list, a page and a neighbour are of one opinion. Another organisation's bill fits no condition.
 */
export function visibleTo(actor: Actor): SQL {
  const ofOrganisation = sql`b.org_id = ${actor.orgId}`;
  if (seesEveryBill(actor)) return ofOrganisation;
  return sql`${ofOrganisation} and (b.entered_by = ${actor.userId} or exists (
    select 1 from bill_approvers asked where asked.bill_id = b.id and asked.user_id = ${actor.userId}))`;
}

/**
 * The bills (alias `b`) that wait for this person's verdict now: decide.ts's rule, said in SQL because a
 * list must filter and count by it. bill-list-views.test.ts holds the two together.
 */
export const waitsFor = (userId: string): SQL => sql`(b.state = 'in_approval'
  and not exists (select 1 from bill_signatures own
    where own.bill_id = b.id and own.round = b.round and own.user_id = ${userId})
  and exists (select 1 from bill_approvers me
    where me.bill_id = b.id and me.round = b.round and me.user_id = ${userId} and me.step = (
      select min(open_step.step) from (
        select p.step from bill_approvers p
        left join bill_signatures s
          on s.bill_id = p.bill_id and s.round = p.round and s.user_id = p.user_id and s.verdict = 'approved'
        where p.bill_id = b.id and p.round = b.round
        group by p.step, p.need
        having case when p.need = 'all' then bool_or(s.id is null) else bool_and(s.id is null) end
      ) open_step)))`;

/** The order in which an approver works: what is due first, first. */
export const QUEUE_KEY = sql.raw("(coalesce(b.due_date, '9999-12-31'::date), b.created_at, b.id)");
