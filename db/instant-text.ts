import { type SQL, sql } from "drizzle-orm";

/** An instant as text, ISO 8601 in UTC: the same in JSON and out of it. A text is SQL of ours, never input. */
export const instantText = (instant: string | SQL): SQL =>
  sql`to_char(${typeof instant === "string" ? sql.raw(instant) : instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
