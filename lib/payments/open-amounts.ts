import { sql } from "drizzle-orm";

const THERE = "(k.current->>'amount')::numeric";

/** What stands on a bill in QuickBooks by its links: for where it does not say what is open. */
const BY_LINKS =
  "coalesce((select sum(abs((s->>'amount')::numeric)) from jsonb_array_elements(k.payments) s), 0)";

/** The approved version of a bill `b` is on its way: it is written over what QuickBooks has before any payment goes. */
const IS_ON_ITS_WAY = `exists (select 1 from jobs w where w.connection_id = b.connection_id and w.kind = 'bill'
  and w.subject_id = b.id and (w.state in ('waiting', 'sent', 'in_doubt')
    or w.state = 'blocked' and w.blocked_by is distinct from 'choice'))`;

/**
 * What is open of a bill `b` with its link `k`, before what waits here is taken off. What QuickBooks has counts,
 * not what was approved: the amount may have been changed there, and somebody may have chosen to keep that.
 */
const OPEN_THERE = sql.raw(`case
  when k.bill_id is null or k.deleted_at is not null then b.amount
  when ${IS_ON_ITS_WAY} then b.amount - case when k.is_paid then coalesce(${THERE}, b.amount)
    else coalesce(${THERE} - k.open_amount, ${BY_LINKS}) end
  when k.is_paid then 0
  else coalesce(k.open_amount, coalesce(${THERE}, b.amount) - ${BY_LINKS}) end`);

/** What an application `a` settles of its bill. */
export const APPLIED = sql.raw(`(a.amount + a.discount_amount
  + coalesce((select sum(c.amount) from payment_credits c where c.application_id = a.id), 0))`);

/**
 * What payments of ours will take off a bill `b` with its link `k`: those that wait, and those that
 * QuickBooks has taken but the bill was not fetched since.
 */
export const PENDING = sql`coalesce((
  select sum(${APPLIED}) from payment_applications a join payments p on p.id = a.payment_id
  where a.bill_id = b.id and (p.state = 'waiting' or (p.state = 'recorded' and p.entered_by is not null
    and p.updated_at > k.seen_at and not exists (
      select 1 from jsonb_array_elements(k.payments) s where s->>'txnId' = p.txn_id)))), 0)`;

/** What is left to pay of a bill `b` with its link `k`, after all that is paid or waits to be paid. */
export const OPEN = sql`greatest((${OPEN_THERE}) - (${PENDING}), 0)`;

/** What no payment uses of a vendor credit `v`, nor will. */
export const CREDIT_OPEN = sql`greatest(coalesce(v.open_amount, v.amount) - coalesce((
  select sum(c.amount) from payment_credits c
  join payment_applications a on a.id = c.application_id join payments p on p.id = a.payment_id
  where c.credit_id = v.id and p.state = 'waiting'), 0), 0)`;

/** The accounts payable account of a bill `b` with its link `k`: as QuickBooks has it, as entered, or the only one. */
export const AP_ACCOUNT = sql.raw(`coalesce(
  (select x.id from accounts x where x.connection_id = b.connection_id and x.list_id = k.current->'apAccount'->>'listId'),
  b.ap_account_id,
  (select (array_agg(x.id))[1] from accounts x where x.connection_id = b.connection_id
     and x.account_type = 'AccountsPayable' and x.is_active and x.deleted_at is null having count(*) = 1))`);
