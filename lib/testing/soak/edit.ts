import type { SQL } from "drizzle-orm";
import type { Office } from "@/lib/testing/office";
import type { Random } from "@/lib/testing/seeded";

/** An edit that a person may try; false when there was nothing to try it on. */
export type Edit = (office: Office, random: Random) => Promise<boolean>;

/** The rows of a query, in an order that the seed alone decides. */
export async function rowsIn<Row extends Record<string, unknown>>(
  office: Office,
  query: SQL,
): Promise<Row[]> {
  return (await office.database.db.execute<Row>(query)).rows;
}

export const idsIn = async (office: Office, query: SQL): Promise<string[]> =>
  (await rowsIn<{ id: string }>(office, query)).map((row) => row.id);
