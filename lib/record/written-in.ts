import { type SQL, sql } from "drizzle-orm";

/** From the first of these days (YYYY-MM-DD) to the last, both included, in this time zone. */
export interface Days {
  from: string;
  to: string;
  timeZone: string;
}

/** Events (alias `a`) that were written down in these days. */
export const writtenIn = ({ from, to, timeZone }: Days): SQL => sql`(
  a.at >= ${from}::date::timestamp at time zone ${timeZone}
  and a.at < (${to}::date + 1)::timestamp at time zone ${timeZone})`;
