import { type SQL, sql } from "drizzle-orm";

/** An instant as text, ISO 8601 in UTC: the same in JSON and out of it. `column` is SQL of ours, never input. */
export const instantText = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
