import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Does what only somebody with the powers of a table's owner can: past the triggers that refuse it. */
export async function tamper(db: Db, table: string, ...statements: SQL[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw(`alter table ${table} disable trigger user`));
    for (const statement of statements) await tx.execute(statement);
    await tx.execute(sql.raw(`alter table ${table} enable trigger user`));
  });
}
