import { type SQL, sql } from "drizzle-orm";
import { PERMISSIONS } from "@/lib/access/permissions";
import { authorsOf } from "./bill-authors";
import { DEFAULT_SETTINGS } from "./settings";

/** An organisation's time zone; `org` is its row's alias. */
export const zoneOf = (org: string): SQL =>
  sql`coalesce(${sql.raw(org)}.settings->>'timeZone', ${DEFAULT_SETTINGS.timeZone})`;

/** Today in an organisation's time zone; `org` is its row's alias. */
export const todayOf = (org: string): SQL => sql`(now() at time zone ${zoneOf(org)})::date`;

/** Whether the limit of a member reaches the bill, in the company's currency; both are aliases of rows. */
const reaches = (member: string, bill: string): SQL =>
  sql.raw(
    `('admin' = any(${member}.roles) or ${member}.approval_limit is null or ${member}.approval_limit >= ${bill}.home_amount)`,
  );

/**
 * Who may sign a bill today in the place of somebody who is away, as a scalar; null when they are not
 * away, or when nobody may. A stand-in who may not approve any more stands in for nobody, nor does one of the
 * bill's authors where people may not approve their own, nor whose authority is not enough
 * (lib/approvals/stand-in-rules.ts).
 * @param bill the alias of the bill's row
 * @param userId a column, such as "p.user_id"
 */
export const standInOf = (bill: string, userId: string): SQL => sql`(
  select away.stand_in_id from absences away
  join organisations home on home.id = away.org_id
  join memberships deputy on deputy.org_id = away.org_id and deputy.user_id = away.stand_in_id
    and deputy.is_active and deputy.roles && ${sql.param([...PERMISSIONS["bill.approve"]])}::text[]
  join memberships absent on absent.org_id = away.org_id and absent.user_id = away.user_id
  where away.org_id = ${sql.raw(bill)}.org_id and away.user_id = ${sql.raw(userId)}
    and (away.stand_in_id <> all(${authorsOf(bill)})
      or coalesce((home.settings->>'mayApproveOwnBills')::boolean, ${DEFAULT_SETTINGS.mayApproveOwnBills}))
    and (${reaches("deputy", bill)} or not ${reaches("absent", bill)})
    and ${todayOf("home")} between away.first_day and away.last_day
  order by away.created_at desc, away.id limit 1)`;

/** The last day of the absence that lasts today, YYYY-MM-DD, as a scalar; null when there is none. */
export const awayUntil = (bill: string, userId: string): SQL => sql`(
  select max(away.last_day)::text from absences away join organisations home on home.id = away.org_id
  where away.org_id = ${sql.raw(bill)}.org_id and away.user_id = ${sql.raw(userId)}
    and ${todayOf("home")} between away.first_day and away.last_day)`;
