import { join } from "node:path";
import type { Client as NeonClient } from "@neondatabase/serverless";
import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless";
import { migrate as migrateNeon } from "drizzle-orm/neon-serverless/migrator";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import type { Client as PgClient } from "pg";
import { chooseDriver, type DriverOptions, type SingleConnection, singleConnection } from "./driver";

/** Any number, as long as nothing else in this database locks it. */
const MIGRATION_LOCK = 4_703_112_026;

/** Relative to the folder the server is started in: bundled code has no folder of its own to start from. */
export const MIGRATIONS_FOLDER = join("db", "migrations");

/**
 * Applies the migrations that are missing, all in one transaction.
 * The migrator itself is not safe when several servers start at once (five of six fail on an empty database), so
 * one session holds an advisory lock around it; the others wait, then find nothing to do. The lock ends with its
 * session, however that ends.
 * @throws what PostgreSQL says, when it cannot be reached or a migration fails (nothing of it remains then)
 */
export async function migrate(url: string, options: DriverOptions = {}): Promise<void> {
  const client = singleConnection(url, options);
  const session = client as SingleConnection;
  // A connection lost here makes the query under way fail, which is what the caller hears.
  session.on("error", () => undefined);
  await session.connect();
  try {
    await session.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const config = { migrationsFolder: MIGRATIONS_FOLDER };
    if (chooseDriver(url, options.driver) === "pg") {
      await migratePg(drizzlePg({ client: client as PgClient }), config);
    } else {
      await migrateNeon(drizzleNeon({ client: client as NeonClient }), config);
    }
  } finally {
    await session.end();
  }
}
