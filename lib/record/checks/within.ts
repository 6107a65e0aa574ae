import { type SQL, sql } from "drizzle-orm";

/** Rows of this organisation alone, or of all where none is named. The column is SQL of ours, never input. */
export const within = (column: string, orgId: string | undefined): SQL =>
  orgId === undefined ? sql`true` : sql`${sql.raw(column)} = ${orgId}`;
