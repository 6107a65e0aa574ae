import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { zoneOf } from "@/lib/orgs/stand-ins";
import { GRACE_MINUTES } from "@/lib/quickbooks/connections/connection-views";

interface SilentConnection {
  id: string;
  lastContactAt: Date;
  runEveryMinutes: number;
}

/** Weeks that are looked back on, and how many of them make a habit. */
const WEEKS = 4;
const USUAL_WEEKS = 2;

/** A span is so long, or one interval where that is longer, and some grace. */
const LEAST_SPAN_MINUTES = 60;

/** Hours of working days, Monday to Friday, after which every silence is told. */
const MOST_HOURS = 24;

/**
 * Whether people are to be told that a Web Connector is silent, as that of a computer that is off at night is
 * every evening. Told is a silence in the midst of the hours at which it is usually at work: in two of the last
 * four weeks, at this hour of the week, it called in each of the two spans before and of the two after. So nobody
 * hears of a computer that starts a span later than usual, or is switched off a span earlier. After 24 hours of
 * working days a silence is told at any hour: the Web Connector has no habits yet, or has given them up. Hours
 * and days are those of the organisation's time zone.
 */
export async function isWorthTelling(
  tx: Tx,
  { id, lastContactAt, runEveryMinutes }: SilentConnection,
  now: Date,
): Promise<boolean> {
  const minutes = Math.max(runEveryMinutes, LEAST_SPAN_MINUTES) + GRACE_MINUTES;
  const twoSpans = sql`make_interval(mins => ${2 * minutes})`;
  const { rows } = await tx.execute<{ isUsual: boolean; isLong: boolean }>(sql`
    with local as (
      select zone, ${now.toISOString()}::timestamptz at time zone zone as now,
        ${lastContactAt.toISOString()}::timestamptz at time zone zone as last
      from connections c join organisations o on o.id = c.org_id, lateral (select ${zoneOf("o")} as zone) its
      where c.id = ${id}),
    weeks as (
      select (now - make_interval(weeks => week)) at time zone zone as "then"
      from local, generate_series(1, ${WEEKS}) week)
    select (
        select count(*) from weeks where 4 = (
          select count(distinct floor(extract(epoch from started_at - "then") / ${60 * minutes})) from runs
          where connection_id = ${id} and started_at >= "then" - ${twoSpans} and started_at < "then" + ${twoSpans})) >= ${USUAL_WEEKS} as "isUsual",
      (
        select coalesce(sum(least(now, day + interval '1 day') - greatest(last, day)), interval '0')
        from local, generate_series(date_trunc('day', last), now, interval '1 day') day
        where extract(isodow from day) < 6) >= make_interval(hours => ${MOST_HOURS}) as "isLong"`);
  return rows.some(({ isUsual, isLong }) => isUsual || isLong);
}
